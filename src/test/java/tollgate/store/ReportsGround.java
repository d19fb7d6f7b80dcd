package tollgate.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tollgate.data.Column;
import tollgate.data.Rhythm;
import tollgate.data.Rhythm.Period;
import tollgate.engine.ContractGround;
import tollgate.engine.StoreUnderTest;
import tollgate.report.Report;
import tollgate.report.ReportFile;
import tollgate.report.ReportMeters;
import tollgate.report.ReportOptions;
import tollgate.report.Reports;
import tollgate.report.Shelf;
import tollgate.support.Postgres;
import tollgate.tenant.Tenants;

/** Two nodes that make reports on one database, and what they make them of. */
abstract class ReportsGround extends ContractGround {

  static final Period THEN = new Period(AT, AT.plusSeconds(1));
  static final List<Column> COLUMNS = List.of(Column.OPERATION_ID, Column.OPERATION_STATUS);
  static final int PAGE = 10;

  final Vertx vertx = Vertx.vertx();
  final Shelf shelf = under().stores().shelf();
  Reports one;
  Reports other;

  static PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }

  @BeforeEach
  void emptyTheShelf() {
    as("truncate report, report_file, report_part");
    one = node();
    other = node();
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  Reports node() {
    var parts =
        new Reports.Parts(
            vertx,
            shelf,
            under().register(),
            () -> Tenants.NONE,
            new ReportMeters(new SimpleMeterRegistry()));
    var usual = ReportOptions.USUAL;
    return new Reports(
        parts,
        new ReportOptions(usual.tick(), PAGE, usual.lease(), usual.attemptsMax(), usual.keepFor()));
  }

  List<Long> sell(int count) {
    var ids = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      var sale = opened(SALE);
      save(change(sale, approved(sale)));
      ids.add(sale.payment().id().operation());
    }
    return ids;
  }

  Report.Wish wish(Rhythm rhythm, String status) {
    var zone = ZoneId.of("Asia/Kuala_Lumpur");
    return new Report.Wish(
        "register", "ann", List.of(project), zone, null, status, COLUMNS, rhythm);
  }

  Report once(Report.Wish wish) {
    return await(shelf.addOnce("here", wish, THEN));
  }

  static void steps(Reports reports, int count) {
    for (int i = 0; i < count; i++) await(reports.step());
  }

  static void drain(Reports reports) {
    while (await(reports.step())) {}
  }

  List<ReportFile> files(Report report) {
    return await(shelf.files(report.id(), 100));
  }

  String text(ReportFile file) {
    var all = Buffer.buffer();
    for (int part = 1; part <= file.parts(); part++) {
      all.appendBuffer(await(shelf.part(file.report(), file.number(), part)).orElseThrow());
    }
    return all.toString(UTF_8);
  }

  static List<Long> numbers(String text) {
    return text.lines().skip(1).map(line -> Long.valueOf(line.split(",", -1)[0])).toList();
  }

  static void as(String sql) {
    Postgres.execute(under().options().database(), sql);
  }
}
