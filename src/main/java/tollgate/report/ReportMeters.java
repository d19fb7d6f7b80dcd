package tollgate.report;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is made. */
public final class ReportMeters {

  private final Counter made;
  private final Counter givenUp;
  private final Counter rows;

  public ReportMeters(MeterRegistry registry) {
    made = files(registry, "made");
    givenUp = files(registry, "given_up");
    rows =
        Counter.builder("tollgate.report.rows")
            .description("Operations written into reports")
            .register(registry);
  }

  private static Counter files(MeterRegistry registry, String outcome) {
    return Counter.builder("tollgate.report.files")
        .description("Files of reports that came to their end")
        .tag("outcome", outcome)
        .register(registry);
  }

  void written(int count, boolean isLast) {
    rows.increment(count);
    if (isLast) made.increment();
  }

  void givenUp() {
    givenUp.increment();
  }
}
