package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Effect.NOTIFY_INTERMEDIATE;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.payment.Code;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.AskDue;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.CustomerReturned;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.RedirectData;
import tollgate.payment.Refusal;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** What {@link Payments} promises, whatever keeps them. */
public abstract class PaymentsContract extends ContractGround {

  @Test
  void whatIsAddedIsThereAsItWas() {
    var step = SALE.into("000000000018").open(newId());

    assertThat(await(store.payments().add(List.of(opening(step)))))
        .containsExactly(step.payment().id());

    var stored = loaded(step.payment().id());
    assertThat(stored.payment()).isEqualTo(step.payment());
    assertThat(stored.overdue()).isFalse();
  }

  @Test
  void aPaymentIdIsUsedOnceAProject() {
    var first = opened(SALE).payment();
    var again = Sale.open(newId(), first.terms(), Sales.ANY, AT);
    var other = SALE.open(newId());

    var kept = await(store.payments().add(List.of(opening(again), opening(other))));

    assertThat(kept).containsExactly(other.payment().id());
    assertThat(await(store.payments().load(List.of(again.payment().id())))).isEmpty();
    assertThat(found(first.terms().paymentId()).payment()).isEqualTo(first);
  }

  @Test
  void aPaymentIdIsUsedOnceABatch() {
    var one = SALE.open(newId());
    var two = Sale.open(newId(), one.payment().terms(), Sales.ANY, AT);

    var kept = await(store.payments().add(List.of(opening(one), opening(two))));

    assertThat(kept).hasSize(1);
    var there = await(store.payments().load(List.of(one.payment().id(), two.payment().id())));
    assertThat(there.keySet()).isEqualTo(kept);
  }

  @Test
  void anotherProjectMayUseTheSamePaymentId() {
    var terms = opened(SALE).payment().terms();
    var elsewhere = new Payment.Id(store.newProject(), await(store.ids().next()));

    var step = Sale.open(elsewhere, terms, Sales.ANY, AT);

    assertThat(await(store.payments().add(List.of(opening(step))))).containsExactly(elsewhere);
  }

  @Test
  void everyStateComesBackAsItWas() {
    var waits = opened(SALE);
    save(change(waits, new CustomerRedirected(PAGE, THEIRS)));
    save(change(loaded(waits.payment().id()), new CustomerReturned()));
    save(change(loaded(waits.payment().id()), approved(waits)));
    var late = opened(SALE);
    save(change(late, new SaleDeclined(Code.PROVIDER_DECLINE, "")));
    var declined = loaded(late.payment().id());
    save(change(declined, new SaleApproved(Sales.ringgit(5), THEIRS)));

    assertThat(loaded(waits.payment().id()).payment())
        .isEqualTo(change(waits, approved(waits)).after());
    assertThat(loaded(late.payment().id()).payment())
        .isEqualTo(change(declined, new SaleApproved(Sales.ringgit(5), THEIRS)).after());
  }

  @Test
  void whoPaidComesBackAsItWasAndALaterWordAddsToIt() {
    var sale = opened(SALE).payment();
    var purse = new Payer(Map.of("number", "R900800700600", "said", "\"Бета\" & 'x'"));
    var phone = new Payer(Map.of("phone", "380501112233"));
    save(change(loaded(sale.id()), new SaleApproved(sale.askedFor(), THEIRS, purse)));
    assertThat(((Sale) loaded(sale.id()).payment()).payer()).isEqualTo(purse);

    var more = change(loaded(sale.id()), new SaleApproved(sale.askedFor(), THEIRS, phone));
    save(more);

    assertThat(loaded(sale.id()).payment()).isEqualTo(more.after());
    assertThat(((Sale) more.after()).payer().facts()).containsOnlyKeys("number", "phone", "said");
  }

  @Test
  void openStatesComeBackAsTheyWere() {
    var sale = opened(SALE);
    for (var event :
        List.of(
            new Doubtful("no answer"),
            new AskDue(0),
            new CustomerRedirected(PAGE, THEIRS),
            new CustomerReturned())) {
      var before = loaded(sale.payment().id());
      var change = change(before, event);

      assertThat(save(change)).containsExactly(sale.payment().id());

      var after = loaded(sale.payment().id());
      assertThat(after.payment()).isEqualTo(change.after());
      assertThat(after.version()).isEqualTo(before.version() + 1);
    }
  }

  @Test
  void aSaleThatBeganAtOnceComesBackAsItWas() {
    var added = SALE.open(newId());
    var begun = (Step) added.payment().apply(new CustomerRedirected(PAGE, THEIRS), AT);
    var change = ROOMY.opening(List.of(added, begun));

    await(store.payments().add(List.of(change)));

    var kept = loaded(added.payment().id());
    assertThat(kept.payment()).isEqualTo(begun.payment());
    assertThat(kept.version()).isEqualTo(1);
    assertThat(change.tasks()).extracting(Task::effect).containsExactly(NOTIFY_INTERMEDIATE);
    save(change(kept, new SaleApproved(kept.payment().askedFor(), THEIRS)));
    assertThat(loaded(added.payment().id()).payment().state()).isEqualTo(new Succeeded());
  }

  @Test
  void aFormToPostKeepsItsOrder() {
    var sale = opened(SALE);
    var fields = new LinkedHashMap<String, String>();
    fields.put("z", "1");
    fields.put("a", "ü&=\"");
    fields.put("m", "");
    var form = RedirectData.post("https://provider.example/form", fields);

    save(change(sale, new CustomerRedirected(form, "")));

    var state = loaded(sale.payment().id()).payment().state();
    var redirect = ((AwaitingCustomer) state).redirect();
    assertThat(redirect).isEqualTo(form);
    assertThat(redirect.fields().keySet()).containsExactly("z", "a", "m");
  }

  @Test
  void itsLimitTimeMakesItOverdue() {
    var sale = opened(SALE.within(60, 600));
    assertThat(sale.overdue()).isFalse();
    store.advance(Duration.ofMinutes(9));
    assertThat(loaded(sale.payment().id()).overdue()).isFalse();
    store.advance(Duration.ofMinutes(1));

    assertThat(loaded(sale.payment().id()).overdue()).isTrue();

    save(change(loaded(sale.payment().id()), new TimeLimitReached()));
    assertThat(loaded(sale.payment().id()).payment().isOpen()).isFalse();
  }

  @Test
  void aContradictionIsKeptOnceHoweverOftenItIsSaid() {
    var id = opened(SALE).payment().id();
    var said = new Contradiction(id, Refusal.CONTRADICTION, "SaleDeclined");

    await(store.payments().keep(List.of(said)));
    await(store.payments().keep(List.of(said, said)));

    assertThat(contradictions(id)).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(await(store.payments().find(project, "nobody"))).isEmpty();
    assertThat(await(store.payments().load(List.of(newId())))).isEqualTo(Map.of());
    assertThat(opened(SALE).payment().state()).isEqualTo(new Processing(false));
  }

  /** How many contradictions are kept of this payment. */
  protected abstract int contradictions(Payment.Id id);

  private Stored found(String paymentId) {
    return await(store.payments().find(project, paymentId)).orElseThrow();
  }
}
