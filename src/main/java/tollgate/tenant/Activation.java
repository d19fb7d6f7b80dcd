package tollgate.tenant;

/**
 * A method switched on for a project, through one gateway. Times in seconds: from {@code base} on
 * the provider is asked, at {@code limit} an undecided payment is declined.
 */
public record Activation(Method method, Gateway gateway, int base, int limit) {}
