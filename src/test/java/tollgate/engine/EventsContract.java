package tollgate.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tollgate.engine.Events.Event;
import tollgate.engine.Events.Page;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;

/** What {@link Events} promise, whatever keeps them. */
public abstract class EventsContract extends ContractGround {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** A sale of which the merchant is told twice. */
  protected final Payment.Id paid() {
    var sale = opened(SALE);
    save(change(sale, new CustomerRedirected(PAGE, THEIRS)));
    save(change(loaded(sale.payment().id()), approved(sale)));
    return sale.payment().id();
  }

  /** All that the project was told, once it is numbered. */
  protected final Page told(int events) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var page = page(0, ALL);
    while (page.last() < events && System.nanoTime() < end) {
      LockSupport.parkNanos(10_000_000);
      page = page(0, ALL);
    }
    return page;
  }

  protected final Page page(long after, int rowsMax) {
    return await(store.events().after(project, after, rowsMax));
  }

  protected static List<Long> sequences(Page page) {
    return page.events().stream().map(Event::sequence).toList();
  }

  protected static List<String> bodies(Page page) {
    return page.events().stream().map(event -> new String(event.body(), UTF_8)).toList();
  }

  @Test
  void whatAMerchantIsToldIsNumberedInItsOrder() {
    var one = paid().operation();
    told(2);
    var two = paid().operation();

    var page = told(4);

    assertThat(sequences(page)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(bodies(page))
        .containsExactly(
            "{\"NOTIFY_INTERMEDIATE\":" + one + "}",
            "{\"NOTIFY_FINAL\":" + one + "}",
            "{\"NOTIFY_INTERMEDIATE\":" + two + "}",
            "{\"NOTIFY_FINAL\":" + two + "}");
    assertThat(page.last()).isEqualTo(4);
    assertThat(page.forgotten()).isZero();
    assertThat(await(store.events().last(List.of(project, 1L)))).containsEntry(project, 4L);
  }

  @Test
  void aPageBeginsAfterANumberAndIsNoLongerThanAsked() {
    for (int i = 0; i < 3; i++) paid();
    told(6);

    assertThat(sequences(page(0, 2))).containsExactly(1L, 2L);
    assertThat(sequences(page(2, 3))).containsExactly(3L, 4L, 5L);
    assertThat(sequences(page(5, 3))).containsExactly(6L);
    assertThat(page(6, 3)).isEqualTo(new Page(List.of(), 6, 0));
    assertThat(page(600, 3)).isEqualTo(new Page(List.of(), 6, 0));
  }

  @Test
  void eachProjectCountsForItself() {
    paid();
    told(2);
    project = store.newProject();
    assertThat(page(0, ALL)).isEqualTo(Page.EMPTY);

    paid();

    assertThat(sequences(told(2))).isEqualTo(LongStream.rangeClosed(1, 2).boxed().toList());
  }
}
