package tollgate.sandbox.webmoney;

import java.time.Duration;
import java.time.Instant;

/**
 * The code that a phone got, and what was tried with it (§7).
 *
 * @param code four digits, as text: it may begin with a nought
 * @param sends how many codes were sent, this one included
 * @param wrongs how many wrong codes were entered
 */
record WmSms(String code, Instant sentAt, int sends, int wrongs) {

  static final int SENDS_MAX = 3;
  static final int WRONGS_MAX = 3;
  static final Duration LIFE = Duration.ofMinutes(5);

  /** What entering a code leads to. */
  enum Entered {
    RIGHT,
    WRONG,
    WRONG_TOO_OFTEN,
    TOO_LATE
  }

  Entered enter(String given, Instant now) {
    if (now.isAfter(sentAt.plus(LIFE))) return Entered.TOO_LATE;
    if (given.equals(code)) return Entered.RIGHT;

    return wrongs + 1 >= WRONGS_MAX ? Entered.WRONG_TOO_OFTEN : Entered.WRONG;
  }

  WmSms wrong() {
    return new WmSms(code, sentAt, sends, wrongs + 1);
  }

  boolean isLast() {
    return sends >= SENDS_MAX;
  }
}
