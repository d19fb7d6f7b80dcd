package tollgate.sandbox;

import java.util.List;

/** Repeats at these pauses until the merchant answers 200, whatever its body says. */
public record UntilOk(List<Long> pausesMillis) implements RetryTable {

  public UntilOk {
    pausesMillis = List.copyOf(pausesMillis);
  }

  @Override
  public int retries(Answer answer) {
    return answer instanceof Answer.Answered(var status, _, _) && status == 200
        ? 0
        : pausesMillis.size();
  }

  @Override
  public boolean followsRepeatedPosts() {
    return false;
  }
}
