package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.EventsContract;
import tollgate.engine.Payments;
import tollgate.engine.StoreUnderTest;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.support.Postgres;

class PgEventsTest extends EventsContract {

  private static final int WRITERS = 16;
  private static final int PAYMENTS_EACH = 15;
  private static final int PAGE_ROWS = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  PgUnderTest under() {
    return PgUnderTest.on(Postgres.EMBEDDED);
  }

  @Override
  protected StoreUnderTest store() {
    return under();
  }

  /**
   * Two write and two number at once, as nodes do that believe in the same slots; who reads
   * meanwhile never sees a number behind him.
   */
  @Test
  void whoReadsOnMissesNothingAndSeesNothingTwice() {
    var vertx = Vertx.vertx();
    var pool = under().pool(vertx);
    var others = new PgPayments(pool, store.lease().toMillis(), PgStores.GATHERED);
    var busy = new Numbering(vertx, pool, allSlots(), everyMoment(), atOnce(vertx));
    busy.keepNumbering();
    var writers = new ArrayList<Future<Void>>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(write(i % 2 == 0 ? store.payments() : others, PAYMENTS_EACH));
    }

    var read = readOn(2L * WRITERS * PAYMENTS_EACH);

    writers.forEach(StoreUnderTest::await);
    busy.close();
    assertThat(read).hasSize(2 * WRITERS * PAYMENTS_EACH).doesNotHaveDuplicates();
    assertThat(behindItsCause(read)).isEmpty();
    assertThat(page(read.size(), 1).events()).isEmpty();
    await(vertx.close());
  }

  /** Other suites on this database ask for all that is due, which a thousand rows would hide. */
  @AfterEach
  void leaveNothingToDo() {
    under().run("delete from outbox where project_id = " + project);
  }

  private static DatabaseOptions.Events everyMoment() {
    return new DatabaseOptions.Events(Duration.ofMillis(1), 3, Duration.ofDays(30));
  }

  private static GiveWay atOnce(Vertx vertx) {
    return new GiveWay(vertx, () -> false, Duration.ZERO);
  }

  private static Supplier<Short[]> allSlots() {
    var all = new Short[64];
    for (short slot = 0; slot < all.length; slot++) all[slot] = slot;
    return () -> all;
  }

  private Future<Void> write(Payments payments, int many) {
    if (many == 0) return Future.succeededFuture();

    return store
        .ids()
        .next()
        .map(operation -> SALE.open(new Payment.Id(project, operation)))
        .compose(step ->
            payments.add(List.of(opening(step))).compose(_ -> told(payments, step.payment().id())))
        .compose(_ -> write(payments, many - 1));
  }

  private static Future<Void> told(Payments payments, Payment.Id id) {
    return payments
        .load(List.of(id))
        .map(found -> found.get(id))
        .compose(sale ->
            payments
                .save(List.of(change(sale, new CustomerRedirected(PAGE, THEIRS))))
                .compose(_ -> payments.load(List.of(id)))
                .compose(found -> payments.save(List.of(change(found.get(id), approved(sale))))))
        .mapEmpty();
  }

  private List<String> readOn(long all) {
    var read = new ArrayList<String>();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (read.size() < all && System.nanoTime() < end) {
      var page = page(read.size(), PAGE_ROWS);
      for (var sequence : sequences(page)) {
        assertThat(sequence).isEqualTo(read.size() + 1 + sequences(page).indexOf(sequence));
      }
      read.addAll(bodies(page));
    }
    return read;
  }

  /** Payments whose end was told before their beginning. */
  private static List<String> behindItsCause(List<String> read) {
    var behind = new ArrayList<String>();
    var places = new HashMap<String, Integer>();
    for (int i = 0; i < read.size(); i++) places.put(read.get(i), i);
    places.forEach((body, place) -> {
      var cause = places.get(body.replace("FINAL", "INTERMEDIATE"));
      if (cause == null || cause > place) behind.add(body);
    });
    return behind;
  }

  /** What is committed late gets a late number: nobody waits for it and nobody has missed it. */
  @Test
  void aLongTransactionHoldsNobodyUp() {
    var vertx = Vertx.vertx();
    var pool = under().pool(vertx);
    var slow = await(pool.getConnection());
    await(slow.query("begin").execute());
    await(notice(slow));
    paid();
    assertThat(sequences(told(2))).containsExactly(1L, 2L);

    await(slow.query("commit").execute());

    assertThat(sequences(told(3))).containsExactly(1L, 2L, 3L);
    assertThat(bodies(page(2, 1))).containsExactly("slow");
    await(slow.close());
    await(vertx.close());
  }

  private Future<Void> notice(SqlConnection connection) {
    var key = Tuple.of(project, 7L);
    return connection
        .preparedQuery("insert into webhook values ($1, $2, 4, 'x', 'slow', now())")
        .execute(key)
        .compose(_ ->
            connection
                .preparedQuery("insert into unnumbered values ($1, now(), 1, $2, 4)")
                .execute(key))
        .mapEmpty();
  }

  /** A commit that fails leaves no number behind. */
  @Test
  void whatIsRolledBackWasNeverCounted() {
    var vertx = Vertx.vertx();
    var pool = under().pool(vertx);
    var failing = await(pool.getConnection());
    await(failing.query("begin").execute());
    await(notice(failing));
    await(failing.query("rollback").execute());
    paid();

    assertThat(sequences(told(2))).containsExactly(1L, 2L);
    await(failing.close());
    await(vertx.close());
  }

  /** The store's own numbering stands back for five seconds, ours for a fifth of one. */
  @Test
  void numbersWaitForWhatIsDecidedButNotForEver() {
    var wait = Duration.ofMillis(200);
    var vertx = Vertx.vertx();
    var giveWay = new GiveWay(vertx, () -> true, wait);
    var numbering = new Numbering(vertx, under().pool(vertx), allSlots(), everyMoment(), giveWay);
    under().stores().giveWayWhile(() -> true);
    try {
      paid();
      assertThat(page(0, ALL).events()).isEmpty();

      var begin = System.nanoTime();
      numbering.keepNumbering();
      told(2);

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(wait);
    } finally {
      numbering.close();
      under().stores().giveWayWhile(() -> false);
      await(vertx.close());
    }
  }

  @Test
  void whatIsOldIsForgottenFromTheBeginningOn() {
    for (int i = 0; i < 3; i++) paid();
    told(6);
    under()
        .run(
            "update event set numbered_at = now() - interval '31 days' where project_id = "
                + project
                + " and seq <= 4");
    var vertx = Vertx.vertx();
    var pool = under().pool(vertx);
    var numbering =
        new Numbering(vertx, pool, allSlots(), DatabaseOptions.Events.USUAL, atOnce(vertx));
    await(numbering.forget());

    var page = page(0, ALL);
    assertThat(sequences(page)).containsExactly(5L, 6L);
    assertThat(page.forgotten()).isEqualTo(4);
    assertThat(page.last()).isEqualTo(6);
    await(numbering.forget());
    assertThat(page(0, ALL)).usingRecursiveComparison().isEqualTo(page);
    await(vertx.close());
  }
}
