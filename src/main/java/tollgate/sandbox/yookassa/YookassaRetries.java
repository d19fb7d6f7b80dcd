package tollgate.sandbox.yookassa;

import java.util.List;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How notifications are repeated (B.4): until 200, for about a day. */
final class YookassaRetries implements RetryTable {

  static final long ANSWER_TIMEOUT_MILLIS = 10_000;

  private static final List<Long> PAUSES =
      List.of(10_000L, 42_000L, 84_000L, 168_000L, 672_000L, 5_376_000L, 86_016_000L);

  @Override
  public int retries(Answer answer) {
    return answer instanceof Answer.Answered(var status, _, _) && status == 200 ? 0 : PAUSES.size();
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
