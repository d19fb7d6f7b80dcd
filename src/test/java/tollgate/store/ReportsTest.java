package tollgate.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tollgate.data.Rhythm;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.report.ReportFile;
import tollgate.report.Reports;

/** Reports by two nodes on one database, whoever of them dies. */
class ReportsTest extends ReportsGround {

  @Test
  void aFileHasEveryOperationOnceAndAHead() {
    var ids = sell(25);

    var report = once(wish(null, null));
    drain(one);

    var file = files(report).getFirst();
    assertThat(file.state()).isEqualTo(ReportFile.State.MADE);
    assertThat(file.rows()).isEqualTo(25);
    assertThat(file.parts()).isEqualTo(3);
    assertThat(file.keptUntil()).isAfter(AT);
    var text = text(file);
    assertThat((long) text.getBytes(UTF_8).length).isEqualTo(file.bytes());
    assertThat(text).startsWith("\uFEFFoperation_id,operation_status\r\n").endsWith("success\r\n");
    assertThat(numbers(text)).isEqualTo(ids);
  }

  @Test
  void aFullLastPageIsFollowedByAnEmptyPart() {
    var ids = sell(2 * PAGE);

    var report = once(wish(null, null));
    drain(one);

    assertThat(numbers(text(files(report).getFirst()))).isEqualTo(ids);
    assertThat(files(report).getFirst().parts()).isEqualTo(3);
  }

  @Test
  void ofAStatusIsOnlyThatStatus() {
    sell(12);
    var lost = opened(SALE);
    save(change(lost, new SaleDeclined(Code.PROVIDER_DECLINE, "")));

    var report = once(wish(null, "decline"));
    drain(one);

    assertThat(numbers(text(files(report).getFirst())))
        .containsExactly(lost.payment().id().operation());
  }

  @Test
  void whatADeadNodeBeganAnotherEndsAndTheDeadStaysDead() {
    var ids = sell(35);
    var report = once(wish(null, null));
    steps(one, 3);
    assertThat(files(report).getFirst().parts()).isEqualTo(2);

    drain(other);
    assertThat(files(report).getFirst().parts()).as("the lease holds").isEqualTo(2);
    as("update report_file set due_at = now()");
    drain(other);
    var made = files(report).getFirst();
    steps(one, 3);

    assertThat(files(report)).containsExactly(made);
    assertThat(made.state()).isEqualTo(ReportFile.State.MADE);
    assertThat(numbers(text(made))).isEqualTo(ids);
  }

  @Test
  void everyClosedPeriodIsMadeOnceThoughTwoLookAtOnce() {
    var zone = ZoneId.of("Asia/Kuala_Lumpur");
    var now = await(shelf.now());
    var first = Rhythm.DAILY.dueAfter(now.minus(Duration.ofDays(5)), zone);
    var report = await(shelf.add("here", wish(Rhythm.DAILY, null), first));

    for (int i = 0; i < 60; i++) await(Future.join(one.step(), other.step()));

    var files = files(report).reversed();
    assertThat(files).hasSize(5).allMatch(file -> file.state() == ReportFile.State.MADE);
    for (int i = 0; i < files.size(); i++) {
      var file = files.get(i);
      assertThat(file.number()).isEqualTo(i + 1);
      if (i > 0) assertThat(file.period().from()).isEqualTo(files.get(i - 1).period().to());
    }
    assertThat(files.getLast().period().to()).isBefore(now);
    var next = await(shelf.find("here", report.id())).orElseThrow().nextAt();
    assertThat(next).isAfter(now);
    assertThat(under().number("select count(*) from report_part")).isEqualTo(5);
  }

  @Test
  void aStoppedScheduleMakesNoMore() {
    var report = await(Reports.schedule(shelf, "here", wish(Rhythm.WEEKLY, null)));
    assertThat(Objects.requireNonNull(report.nextAt())).isAfter(await(shelf.now()));

    assertThat(await(shelf.stop("elsewhere", report.id()))).isFalse();
    assertThat(await(shelf.stop("here", report.id()))).isTrue();

    assertThat(await(shelf.find("here", report.id())).orElseThrow().nextAt()).isNull();
    assertThat(await(shelf.stop("here", report.id()))).isFalse();
  }

  @Test
  void whatWasKeptLongEnoughIsThrownAway() {
    sell(3);
    var report = once(wish(null, null));
    drain(one);

    as("update report_file set due_at = now()");
    drain(other);

    assertThat(files(report)).isEmpty();
    assertThat(under().number("select count(*) from report_part")).isZero();
    assertThat(await(shelf.list("here", 10))).containsExactly(report);
  }

  @Test
  void whatFailsAgainAndAgainIsGivenUp() {
    var report = once(wish(null, null));
    as("update report_file set attempts = 20");

    drain(one);

    assertThat(files(report).getFirst().state()).isEqualTo(ReportFile.State.GIVEN_UP);
  }
}
