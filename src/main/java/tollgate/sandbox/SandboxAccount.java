package tollgate.sandbox;

/** A merchant of one simulated provider; every provider has a kind of its own. */
public interface SandboxAccount {}
