package tollgate.sandbox.mykassa;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How a notification is repeated (§2): until the shop says YES and nothing else, for a day. */
final class MykassaRetries implements RetryTable {

  /** How long an answer may take. */
  static final long ANSWER_TIMEOUT_MILLIS = 10_000;

  private static final long MINUTE = 60_000;
  private static final List<Long> PAUSES =
      Stream.concat(
              Stream.of(MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE),
              Collections.nCopies(22, 60 * MINUTE).stream())
          .toList();

  @Override
  public int retries(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, var body, _) ->
          status == 200 && body.strip().equals("YES") ? 0 : PAUSES.size();
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
