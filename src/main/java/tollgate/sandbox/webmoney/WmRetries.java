package tollgate.sandbox.webmoney;

import java.util.List;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How a notification is repeated that was not answered with a 2xx (§5.3). */
final class WmRetries implements RetryTable {

  /** How long an answer may take. */
  static final long ANSWER_TIMEOUT_MILLIS = 20_000;

  private static final List<Long> PAUSES = List.of(10_000L, 60_000L, 300_000L, 1_800_000L);

  @Override
  public int retries(Answer answer) {
    return answer instanceof Answer.Answered(var status, _, _) && status >= 200 && status < 300
        ? 0
        : PAUSES.size();
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
