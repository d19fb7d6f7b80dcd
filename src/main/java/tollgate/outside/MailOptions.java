package tollgate.outside;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Letter;
import tollgate.outside.ProviderOptions.Calls;
import tollgate.tenant.Secret;

/**
 * How customers are mailed.
 *
 * @param server that takes the mail; without one, who asks for mail is refused
 * @param connectTimeout until a connection is there; 5 s
 * @param callTimeout until the server has the letter, the connection included; 15 s
 * @param calls letters under way, and those that wait
 * @param attemptsMax after which a letter waits for a person; 12
 * @param backoff before the second attempt, then twice as long each time; 30 s
 * @param backoffMax the longest of these waits; 1 h
 * @param stopWait how long a stop waits for letters under way; 17 s
 */
public record MailOptions(
    Server server,
    Duration connectTimeout,
    Duration callTimeout,
    Calls calls,
    int attemptsMax,
    Duration backoff,
    Duration backoffMax,
    Duration stopWait) {

  /** What is in use when nothing is set. */
  public static final MailOptions USUAL =
      new MailOptions(
          Server.NONE,
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          new Calls(4, 2000, Duration.ofSeconds(5)),
          12,
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofSeconds(17));

  /** How the way to the server is kept private. */
  public enum Tls {
    /** From the first byte on, usually on port 465. */
    IMPLICIT,
    /** Asked for before anything is said, usually on port 587; a server without it gets nothing. */
    STARTTLS,
    /** Not at all: for a relay on this machine. */
    NONE
  }

  /**
   * A server that takes mail from us.
   *
   * @param host empty for none: then nobody is mailed
   * @param from the one address that all is sent from
   * @param user empty where it takes mail from us without a login
   * @param authorities a file in PEM with the authorities that vouch for it; empty for the JDK's
   */
  public record Server(
      String host,
      int port,
      Tls tls,
      String from,
      String user,
      @Nullable Secret password,
      String authorities) {

    static final Server NONE = new Server("", 587, Tls.STARTTLS, "", "", null, "");

    public Server {
      if (port < 1 || port > 65_535) throw new IllegalArgumentException("port must be 1 to 65535");
      if (!host.isEmpty() && !Letter.isMailbox(from)) {
        throw new IllegalArgumentException("from must be one address such as pay@shop.example");
      }
      if (user.isEmpty() != (password == null)) {
        throw new IllegalArgumentException("user and password go together");
      }
      if (password != null && tls == Tls.NONE) {
        throw new IllegalArgumentException("a password needs tls");
      }
    }

    public boolean isOn() {
      return !host.isEmpty();
    }
  }

  public MailOptions {
    Checks.positive("connectTimeout", connectTimeout);
    Checks.positive("attemptsMax", attemptsMax);
    Checks.positive("backoff", backoff);
    Checks.shorter("connectTimeout", connectTimeout, "callTimeout", callTimeout);
    Checks.shorter("callTimeout", callTimeout, "stopWait", stopWait);
    Checks.shorter("backoff", backoff, "backoffMax", backoffMax);
  }

  /** A letter must be sent, or handed back, before another node may take it. */
  void checkAgainst(Duration lease) {
    Checks.shorter(
        "calls.queueWait + callTimeout", calls.queueWait().plus(callTimeout), "the lease", lease);
  }
}
