package tollgate.outside;

import io.vertx.core.Future;
import java.time.Duration;
import tollgate.report.Reports;

/**
 * Makes the reports that are due, by the database's clock. One step at a time, so it can stop after
 * any; what it leaves half written another node goes on with.
 */
public final class ReportVerticle extends PulseVerticle {

  private final Reports reports;

  public ReportVerticle(Reports reports, Duration tick, TimerOptions options) {
    super("reports", tick, options);
    this.reports = reports;
  }

  @Override
  Future<Boolean> look() {
    return reports.step();
  }
}
