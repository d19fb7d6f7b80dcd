package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.engine.Timers.Due;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.TimeLimitReached;

/** What {@link Timers} promises, whatever keeps them. Times here have some seconds to spare. */
public abstract class TimersContract extends ContractGround {

  @Test
  void theProvidersWordIsDueFromBaseOn() {
    var id = opened(SALE.within(60, 600)).payment().id();

    store.advance(seconds(50));
    assertThat(due()).isEmpty();
    store.advance(seconds(10));

    assertThat(due()).containsExactly(new Due(id, 0, false));
    assertThat(due()).as("nobody has claimed it").hasSize(1);
  }

  @Test
  void askingMovesItOnByTheTimetable() {
    var id = opened(SALE.within(100, 3600)).payment().id();
    store.advance(seconds(100));
    int[] gaps = {10, 20, 40, 80};
    for (int asked = 0; asked < gaps.length; asked++) {
      assertThat(due()).containsExactly(new Due(id, asked, false));
      ask(id);
      store.advance(seconds(gaps[asked] - 5));
      assertThat(due()).as("%d s are not over", gaps[asked]).isEmpty();
      store.advance(seconds(5));
    }
  }

  @Test
  void theLimitCutsTheGapShort() {
    var id = opened(SALE.within(100, 110)).payment().id();
    store.advance(seconds(100));
    ask(id);
    ask(id);
    assertThat(due()).isEmpty();

    store.advance(seconds(10));

    assertThat(due()).containsExactly(new Due(id, 2, true));
  }

  @Test
  void aBasePastTheLimitIsNeverReached() {
    var id = opened(SALE.within(600, 60)).payment().id();
    store.advance(seconds(55));
    assertThat(due()).isEmpty();

    store.advance(seconds(5));

    assertThat(due()).containsExactly(new Due(id, 0, true));
  }

  @Test
  void otherNewsDoesNotMoveIt() {
    var id = opened(SALE.within(60, 600)).payment().id();
    store.advance(seconds(55));

    save(change(loaded(id), new CustomerRedirected(PAGE, THEIRS)));
    save(change(loaded(id), new CustomerReturned()));
    store.advance(seconds(5));

    assertThat(due()).containsExactly(new Due(id, 0, false));
  }

  @Test
  void nothingIsDueOnceItIsClosed() {
    var paid = opened(SALE);
    var late = opened(SALE);
    save(change(paid, approved(paid)));
    store.advance(seconds(600));
    save(change(loaded(late.payment().id()), new TimeLimitReached()));
    save(change(loaded(late.payment().id()), approved(late)));

    store.advance(Duration.ofDays(30));

    assertThat(due()).isEmpty();
  }

  @Test
  void theLimitStaysDueUntilItIsHeld() {
    var id = opened(SALE.within(60, 600)).payment().id();
    store.advance(Duration.ofDays(3));

    assertThat(due()).containsExactly(new Due(id, 0, true));
    ask(id);
    assertThat(due()).as("asking does not postpone a limit").containsExactly(new Due(id, 1, true));
  }

  @Test
  void theLongestDueComesFirstAndNoMoreThanWasAskedFor() {
    var third = opened(SALE.within(90, 600)).payment().id();
    var first = opened(SALE.within(10, 600)).payment().id();
    var second = opened(SALE.within(50, 600)).payment().id();
    store.advance(seconds(100));

    assertThat(due()).extracting(Due::payment).containsExactly(first, second, third);
    assertThat(await(store.timers().due(1))).hasSize(1);
    assertThat(List.copyOf(await(store.timers().due(2)))).hasSize(2);
  }

  private void ask(Payment.Id id) {
    var read = loaded(id);
    save(change(read, new AskDue(read.payment().asks())));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
