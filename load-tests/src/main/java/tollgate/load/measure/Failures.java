package tollgate.load.measure;

import java.util.Map;
import java.util.TreeMap;

/** Requests that did not get what they came for, by what they got: a count explains nothing. */
public final class Failures {

  private final Map<String, Long> byReason = new TreeMap<>();
  private long count;

  public void answered(int status) {
    add("HTTP " + status);
  }

  public void broken(Throwable failure) {
    add(failure.getClass().getSimpleName() + ": " + failure.getMessage());
  }

  public void ended(String status) {
    add("ended as " + status);
  }

  private void add(String reason) {
    byReason.merge(reason, 1L, Long::sum);
    count++;
  }

  public long count() {
    return count;
  }

  /** Such as {@code 3 failed {HTTP 503=3}}. */
  @Override
  public String toString() {
    return count == 0 ? "0 failed" : count + " failed " + byReason;
  }
}
