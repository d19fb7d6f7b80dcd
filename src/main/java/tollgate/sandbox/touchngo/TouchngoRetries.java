package tollgate.sandbox.touchngo;

import java.util.List;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How the provider repeats callbacks (§4). */
final class TouchngoRetries implements RetryTable {

  /** How long an answer may take. */
  static final long ANSWER_TIMEOUT_MILLIS = 10_000;

  private static final int FEW = 2;
  private static final int MANY = 8;
  private static final long SECOND = 1000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final List<Long> PAUSES =
      List.of(
          5 * SECOND,
          30 * SECOND,
          2 * MINUTE,
          10 * MINUTE,
          30 * MINUTE,
          2 * HOUR,
          6 * HOUR,
          12 * HOUR);

  @Override
  public int retries(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, var body, _) -> retries(status, body);
      case Answer.Silence _ -> MANY;
    };
  }

  private static int retries(int status, String body) {
    if (status == 200 && body.equals("OK")) return 0;
    if (status >= 300 && status < 400) return FEW;

    return status == 400 || status == 403 || status == 404 ? FEW : MANY;
  }

  @Override
  public List<Long> pausesMillis() {
    return PAUSES;
  }

  @Override
  public boolean followsRepeatedPosts() {
    return false;
  }
}
