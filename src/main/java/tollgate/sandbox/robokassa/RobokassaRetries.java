package tollgate.sandbox.robokassa;

import java.util.Collections;
import java.util.List;
import tollgate.sandbox.Answer;
import tollgate.sandbox.RetryTable;

/** How ResultURL is repeated (§4): every minute, until the shop says OK and its own number. */
record RobokassaRetries(long invoice) implements RetryTable {

  /** How long an answer may take. */
  static final long ANSWER_TIMEOUT_MILLIS = 10_000;

  private static final int MOST = 60;
  private static final List<Long> PAUSES = Collections.nCopies(MOST, 60_000L);

  @Override
  public int retries(Answer answer) {
    return switch (answer) {
      case Answer.Answered(var status, var body, _) ->
          status == 200 && body.strip().equalsIgnoreCase("OK" + invoice) ? 0 : MOST;
      case Answer.Silence _ -> MOST;
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
