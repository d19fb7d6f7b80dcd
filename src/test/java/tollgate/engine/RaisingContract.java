package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.engine.Raising.Round;
import tollgate.engine.Timers.Due;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.Sales;

/**
 * What {@link Raising} promises, whatever keeps it. A test's gateway has the number of its project,
 * and times have some seconds to spare.
 */
public abstract class RaisingContract extends ContractGround {

  private static final Duration ROUND = Duration.ofSeconds(30);

  /** Before its base time only raised questions are due. */
  private static final Sales LATE = SALE.within(500, 600);

  @Test
  void whatIsUnaskedForLongestComesFirstSpreadOverTheRound() {
    var first = atProvider(LATE);
    store.advance(seconds(20));
    var second = atProvider(LATE);
    store.advance(seconds(20));
    atProvider(LATE);
    store.advance(seconds(31));
    assertThat(due()).isEmpty();

    assertThat(raised(2)).containsOnly(Map.entry(project, 2));

    assertThat(due()).containsExactly(new Due(first, 0, false));
    store.advance(seconds(10));
    assertThat(due()).containsExactly(new Due(first, 0, false));
    store.advance(seconds(5));
    assertThat(due()).containsExactly(new Due(first, 0, false), new Due(second, 0, false));
    store.advance(seconds(15));
    assertThat(due()).as("the third has another round").hasSize(2);
  }

  @Test
  void ofAllNodesOneBeginsTheRound() {
    atProvider(LATE);
    atProvider(LATE);
    store.advance(seconds(31));
    assertThat(raised(1)).containsOnly(Map.entry(project, 1));

    assertThat(raised(1)).isEmpty();
    store.advance(seconds(25));
    assertThat(raised(1)).isEmpty();
    store.advance(seconds(5));
    assertThat(raised(1)).containsOnly(Map.entry(project, 1));
    assertThat(due()).hasSize(2);
  }

  /** By the timetable it is due 10, 20, 40, 80 and 160 s after it was asked about. */
  @Test
  void whoeverWasAskedAboutIsLeftAloneForARoundAndGoesOnByTheTimetable() {
    var id = atProvider(LATE);
    store.advance(seconds(31));
    raised(9);
    for (int asked = 0; asked < 3; asked++) {
      assertThat(due()).containsExactly(new Due(id, asked, false));
      ask(id);
      assertThat(due()).isEmpty();
      store.advance(seconds(10 << asked));
    }
    ask(id);
    store.advance(seconds(25));
    assertThat(raised(9)).as("asked about 25 s ago").isEmpty();
    store.advance(seconds(31));
    assertThat(raised(9)).as("due in 24 s").isEmpty();
    store.advance(seconds(24));
    ask(id);
    store.advance(seconds(31));
    assertThat(due()).isEmpty();

    assertThat(raised(9)).as("due in 129 s").containsOnly(Map.entry(project, 1));

    assertThat(due()).containsExactly(new Due(id, 5, false));
  }

  @Test
  void nearTheLimitItIsAskedOnceMore() {
    var id = atProvider(SALE.within(60, 200));
    store.advance(seconds(60));
    for (int asked = 0; asked < 6; asked++) ask(id);
    store.advance(seconds(31));
    assertThat(due()).as("by the timetable nothing is due before the limit").isEmpty();

    assertThat(raised(9)).containsOnly(Map.entry(project, 1));

    assertThat(due()).containsExactly(new Due(id, 6, false));
  }

  @Test
  void whatTheProviderCannotKnowIsLeftAlone() {
    opened(LATE.through(project));
    var paid = loaded(atProvider(LATE));
    save(change(paid, approved(paid)));
    atProvider(LATE.through(project + 1_000_000));
    var doubtful = opened(LATE.through(project));
    save(change(doubtful, new Doubtful("no answer")));
    store.advance(seconds(31));

    assertThat(raised(9)).containsOnly(Map.entry(project, 1));

    assertThat(due()).containsExactly(new Due(doubtful.payment().id(), 0, false));
  }

  @Test
  void whatWasAcceptedJustNowAndWhatIsDueSoonAreLeftAlone() {
    atProvider(SALE.within(50, 600));
    store.advance(seconds(25));
    atProvider(LATE);

    assertThat(raised(9)).isEmpty();
  }

  /** A customer who comes back has the provider asked at once. */
  @Test
  void whoeverCameBackJustNowIsLeftAlone() {
    var id = atProvider(LATE);
    store.advance(seconds(25));
    save(change(loaded(id), new CustomerReturned()));
    store.advance(seconds(25));
    assertThat(raised(9)).isEmpty();

    store.advance(seconds(31));

    assertThat(raised(9)).containsOnly(Map.entry(project, 1));
  }

  /** What is saved meanwhile is neither lost nor put off. */
  @Test
  void newsIsNotDisturbed() {
    var id = atProvider(LATE);
    var read = loaded(id);
    store.advance(seconds(31));
    raised(9);

    assertThat(save(change(read, approved(read)))).containsExactly(id);

    assertThat(due()).isEmpty();
    assertThat(loaded(id).payment().isOpen()).isFalse();
  }

  private Map<Long, Integer> raised(int questions) {
    return await(store.raising().raise(List.of(project), new Round(ROUND, questions, 20_000)));
  }

  private Payment.Id atProvider(Sales sale) {
    var stored = opened(sale.through(sale.gateway() == Sales.GATEWAY ? project : sale.gateway()));
    save(change(stored, new CustomerRedirected(PAGE, THEIRS)));
    return stored.payment().id();
  }

  private void ask(Payment.Id id) {
    var read = loaded(id);
    save(change(read, new AskDue(read.payment().asks())));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
