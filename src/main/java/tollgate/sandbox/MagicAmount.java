package tollgate.sandbox;

import java.util.Map;

/** Amounts with a meaning, in minor units: section 14 of the Gate API reference. */
public enum MagicAmount {
  NONE,
  DECLINES,
  CANCELS,
  TIMES_OUT,
  NEVER_ANSWERS;

  /** What becomes of a payment. */
  public enum Outcome {
    PAID,
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    NOTHING
  }

  private static final Map<Long, MagicAmount> BY_MINOR_UNITS =
      Map.of(
          40000L,
          DECLINES,
          40400L,
          DECLINES,
          40301L,
          CANCELS,
          40602L,
          TIMES_OUT,
          40603L,
          NEVER_ANSWERS);

  public static MagicAmount of(long minorUnits) {
    return BY_MINOR_UNITS.getOrDefault(minorUnits, NONE);
  }

  /** What comes of the customer's action at this amount. Who only walks away changes nothing. */
  public Outcome outcome(Action action) {
    if (action == Action.LEAVE || action == Action.FAIL) return Outcome.NOTHING;

    return switch (this) {
      case NONE -> wish(action);
      case DECLINES -> Outcome.DECLINED;
      case CANCELS -> Outcome.CANCELLED;
      case TIMES_OUT -> Outcome.TIMED_OUT;
      case NEVER_ANSWERS -> Outcome.NOTHING;
    };
  }

  private static Outcome wish(Action action) {
    return switch (action) {
      case PAY, QR -> Outcome.PAID;
      case DECLINE -> Outcome.DECLINED;
      case CANCEL -> Outcome.CANCELLED;
      case FAIL, LEAVE -> Outcome.NOTHING;
    };
  }
}
