package tollgate.sandbox.qiwi;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How notifications are repeated (§5): whatever is not 200 is a failure that may pass. */
final class QiwiRetries implements RetryTable {

  static final long ANSWER_TIMEOUT_MILLIS = 10_000;

  private static final long MINUTE = 60_000;

  /** 36 times every quarter of an hour, then 15 times every hour. */
  private static final List<Long> PAUSES =
      Stream.concat(
              Collections.nCopies(36, 15 * MINUTE).stream(),
              Collections.nCopies(15, 60 * MINUTE).stream())
          .toList();

  @Override
  public int retries(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, _, _) -> status == 200 ? 0 : PAUSES.size();
      case Answer.Silence _ -> PAUSES.size();
    };
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
