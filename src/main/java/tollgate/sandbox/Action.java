package tollgate.sandbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a customer can do with a payment; pages, the play API and autoplay share these words. */
public enum Action {
  PAY(0),
  /** Pays by scanning the code with another app; as {@link #PAY} where there is no such choice. */
  QR(1),
  /** Tries and fails (wrong PIN); the payment stays open and may be tried again. */
  FAIL(2),
  /** The provider refuses; final. */
  DECLINE(3),
  /** The customer calls it off; final. */
  CANCEL(4),
  /** Walks away without a word; the payment stays open. */
  LEAVE(5);

  private final long number;

  Action(long number) {
    this.number = number;
  }

  /** For {@link Faults}, where every value is a number. */
  long number() {
    return number;
  }

  static Action numbered(long number) {
    return Arrays.stream(values()).filter(each -> each.number == number).findFirst().orElseThrow();
  }

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Action> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }
}
