package tollgate.payment;

/**
 * When a payment's patience ends, in seconds from its acceptance: from {@code base} on the provider
 * is asked, at {@code limit} the payment is declined.
 */
public record Timetable(int base, int limit) {

  /** The limit times a project may choose, in seconds: 5 s to 7 days. */
  public static final int LIMIT_MIN = 5;

  public static final int LIMIT_MAX = 7 * 24 * 3600;

  /** How long a payment link may ever be good, in seconds: a year; what is allowed is a setting. */
  public static final int LINK_MAX = 366 * 24 * 3600;

  /** Midtrans forbids asking more often than once in 10 s; nobody else minds. */
  private static final int GAP_MIN = 10;

  private static final int GAP_MAX = 15 * 60;

  public Timetable {
    if (limit < LIMIT_MIN || limit > LINK_MAX) throw new IllegalArgumentException("limit " + limit);
    if (base < 1) throw new IllegalArgumentException("base " + base);
  }

  /** Of a link: nobody is asked, it only ends. */
  public static Timetable ofLink(int limit) {
    return new Timetable(limit, limit);
  }

  /** Seconds to wait before asking again, when the provider was asked {@code asks} times. */
  public int gap(int asks) {
    if (asks == 0) return base;

    var grown = (long) GAP_MIN << Math.min(asks - 1, 20);
    return (int) Math.min(GAP_MAX, grown);
  }
}
