package tollgate.sandbox;

import java.util.List;

/**
 * Everything the sandbox has to be told.
 *
 * @param publicUrl where browsers and merchants reach it, without {@code /sandbox} and without a
 *     slash at the end: {@code http://localhost:8080}
 * @param timeScale multiplies the pauses between attempts of a callback: 1 as the documents say,
 *     0.001 a thousand times faster
 * @param accounts the merchants of all providers
 */
public record SandboxOptions(
    String publicUrl, double timeScale, Limits limits, List<? extends SandboxAccount> accounts) {

  /**
   * Bounds of what the sandbox keeps and does at once.
   *
   * @param transactionsMax kept in memory for each provider; beyond, the oldest is forgotten
   * @param callbacksWaitingMax callbacks that wait for their next attempt, for each provider
   * @param connectionsMax connections to one merchant's address
   * @param rulesMax faults asked for by the control API
   */
  public record Limits(
      int transactionsMax, int callbacksWaitingMax, int connectionsMax, int rulesMax) {

    public static final Limits USUAL = new Limits(20_000, 10_000, 64, 100);
  }

  public SandboxOptions {
    accounts = List.copyOf(accounts);
    if (publicUrl.endsWith("/")) throw new IllegalArgumentException("publicUrl ends with a slash");
    if (timeScale < 0) throw new IllegalArgumentException("timeScale: " + timeScale);
  }

  /** The merchants of one provider. */
  public <A extends SandboxAccount> List<A> accounts(Class<A> kind) {
    return accounts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
