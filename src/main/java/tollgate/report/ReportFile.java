package tollgate.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tollgate.data.Rhythm.Period;

/**
 * A file of a report.
 *
 * @param number counts the files of the report from 1
 * @param rows operations in it so far
 * @param bytes of it so far
 * @param parts in which it lies
 * @param keptUntil absent while it is being made
 */
public record ReportFile(
    long report,
    int number,
    Period period,
    State state,
    long rows,
    long bytes,
    int parts,
    @Nullable Instant keptUntil) {

  /** Whether it can be had. */
  public enum State {
    BEING_MADE,
    MADE,
    /** It failed again and again; a person must look. */
    GIVEN_UP
  }
}
