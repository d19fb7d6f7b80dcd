package tollgate.sandbox.yoomoney;

import java.util.List;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** Three attempts in all: at once, after ten minutes, after an hour (A.2). */
final class YoomoneyRetries implements RetryTable {

  static final long ANSWER_TIMEOUT_MILLIS = 10_000;

  private static final List<Long> PAUSES = List.of(600_000L, 3_600_000L);

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
