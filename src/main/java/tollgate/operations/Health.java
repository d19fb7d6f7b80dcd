package tollgate.operations;

/**
 * How far this node is: what probes are told, and with it whether anybody sends us work. Set by the
 * one who starts and stops us, read on event loops.
 */
public final class Health {

  /** The order of a node's life; it never goes back. */
  enum Phase {
    STARTING,
    SERVING,
    DRAINING
  }

  private volatile Phase phase = Phase.STARTING;

  /** Everything that keeps our promises is running. */
  public void serving() {
    phase = Phase.SERVING;
  }

  /** Nothing new should come; what came is still answered. */
  public void draining() {
    phase = Phase.DRAINING;
  }

  Phase phase() {
    return phase;
  }
}
