package tollgate.sandbox.midtrans;

import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How Midtrans repeats notifications: N4 for how often, N5 for when. */
final class MidtransRetries implements RetryTable {

  /** How long an answer may take (N3). */
  static final long ANSWER_TIMEOUT_MILLIS = 15_000;

  private static final long MINUTE = 60_000;
  private static final List<Long> PAUSES =
      List.of(2 * MINUTE, 10 * MINUTE, 30 * MINUTE, 90 * MINUTE, 210 * MINUTE);

  @Override
  public int retries(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, _, _) -> retries(status);
      case Answer.Silence _ -> 5;
    };
  }

  private static int retries(int status) {
    if (status >= 200 && status < 300) return 0;

    return switch (status) {
      case 301, 302, 303 -> 0;
      case 500 -> 1;
      case 400, 404 -> 2;
      case 503 -> 4;
      default -> 5;
    };
  }

  @Override
  public List<Long> pausesMillis() {
    return PAUSES;
  }

  /** With the random shift of N5: a tenth, either way. */
  @Override
  public OptionalLong pauseMillis(int attempt, Answer answer) {
    var pause = RetryTable.super.pauseMillis(attempt, answer);
    if (pause.isEmpty()) return pause;

    var tenth = pause.getAsLong() / 10;
    return OptionalLong.of(pause.getAsLong() + ThreadLocalRandom.current().nextLong(-tenth, tenth));
  }

  @Override
  public boolean followsRepeatedPosts() {
    return true;
  }
}
