package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Effect.CALL_PROVIDER;
import static tollgate.payment.Effect.CANCEL_AT_PROVIDER;
import static tollgate.payment.Effect.NOTIFY_FINAL;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.Duty;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

class LineTest {

  private static final Duration FOREVER = Duration.ofHours(1);
  private static final Payment PAYMENT = SALE.open(new Payment.Id(1, 1)).payment();

  private final Vertx vertx = Vertx.vertx();
  private final List<Parcel.Work> gone = new CopyOnWriteArrayList<>();
  private volatile boolean behind;

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void whileNothingHasToBeDecidedEverythingGoesAtOnce() {
    var line = line(2, FOREVER);

    for (int attempt = 1; attempt <= 5; attempt++) take(line, NOTIFY_FINAL, attempt);

    assertThat(attempts()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void whatNobodyStandsBeforeWaitsForDecisionsAndComesInItsOrder() {
    var line = line(100, FOREVER);
    behind = true;

    for (int attempt = 1; attempt <= 50; attempt++) take(line, NOTIFY_FINAL, attempt);
    take(line, CALL_PROVIDER, 99);
    assertThat(attempts()).as("a customer stands before a page").containsExactly(99);
    behind = false;
    take(line, CANCEL_AT_PROVIDER, 51);

    until(() -> gone.size() == 52);
    assertThat(attempts().subList(1, 52))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 51).boxed().toList());
  }

  @Test
  void aVerticleIsGivenNoMoreThanItCanHold() {
    var line = line(3, FOREVER);
    behind = true;
    for (int attempt = 1; attempt <= 10; attempt++) take(line, NOTIFY_FINAL, attempt);
    behind = false;

    var most = new ArrayList<Integer>();
    for (int through = 0; through < 10; through++) {
      int next = through;
      until(() -> gone.size() > next);
      most.add(gone.size() - through);
      gone.get(through).slot().free();
    }

    assertThat(most).allMatch(held -> held <= 3);
    assertThat(line.held()).isZero();
  }

  @Test
  void nothingWaitsLongerThanItMay() {
    var line = line(1, Duration.ofMillis(1));
    behind = true;

    for (int attempt = 1; attempt <= 3; attempt++) take(line, NOTIFY_FINAL, attempt);

    until(() -> gone.size() == 3);
    assertThat(attempts()).containsExactly(1, 2, 3);
  }

  @Test
  void whatMayWaitTakesNoPlaceOfWhatMayNot() {
    var line = new Line(vertx, new Line.Limits(2, 3, 3, FOREVER), () -> behind, gone::add);

    var finals = IntStream.range(0, 5).mapToObj(_ -> line.place(NOTIFY_FINAL)).toList();
    assertThat(finals).filteredOn(Objects::nonNull).hasSize(3);
    assertThat(line.isFull(CANCEL_AT_PROVIDER)).isTrue();
    assertThat(line.isFull(CALL_PROVIDER)).isFalse();
    assertThat(line.room()).as("whatever comes").isZero();
    Objects.requireNonNull(finals.getFirst()).free();
    assertThat(line.room()).isEqualTo(1);

    var calls = IntStream.range(0, 5).mapToObj(_ -> line.place(CALL_PROVIDER)).toList();
    assertThat(calls).filteredOn(Objects::nonNull).hasSize(2);
    assertThat(line.isFull(NOTIFY_FINAL)).isFalse();
    assertThat(line.held()).isEqualTo(4);
  }

  private Line line(int atOnceMax, Duration waitMax) {
    var limits = new Line.Limits(1_000, 1_000, atOnceMax, waitMax);
    return new Line(vertx, limits, () -> behind, gone::add);
  }

  private static void take(Line line, Effect effect, int attempt) {
    var slot = Objects.requireNonNull(line.place(effect));
    line.take(new Parcel.Work(new Duty(PAYMENT, effect, attempt, null), slot));
  }

  private List<Integer> attempts() {
    return gone.stream().map(parcel -> parcel.duty().attempt()).toList();
  }
}
