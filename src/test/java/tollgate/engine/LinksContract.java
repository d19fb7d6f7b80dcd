package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.payment.Links.CHOICE;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.PAGE;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Sales.THEIRS;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.engine.Timers.Due;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Step;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Links;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentEvent.LinkMailed;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.Sale;
import tollgate.payment.Terms;

/** Payment links as they are kept, and what time does to them. */
public abstract class LinksContract extends LinkGround {

  @Test
  void isThereAsItWasMade() {
    var step = Links.open(newId(), SALE.into("000000000018"), "ann@mail.example");
    await(store.payments().add(List.of(opening(step))));

    var stored = loaded(step.payment().id());

    assertThat(stored.payment()).isEqualTo(step.payment());
    assertThat(stored.overdue()).isFalse();
    assertThat(await(store.payments().find(project, step.payment().terms().paymentId())))
        .contains(stored);
  }

  @Test
  void sharesItsPaymentIdWithNoPayment() {
    var link = offered();
    var sale = opened(SALE).payment();
    var secondSale = Sale.open(newId(), link.terms(), ANY, AT);
    var secondLink = Links.open(newId(), SALE, null).payment();
    var sameName = new Link(secondLink.id(), named(secondLink, sale), new Offered(false), AT, AT);

    assertThat(await(store.payments().add(List.of(opening(secondSale))))).isEmpty();
    var again = new Step(sameName, List.of(), List.of());
    assertThat(await(store.payments().add(List.of(opening(again))))).isEmpty();
  }

  @Test
  void confirmedItIsASaleWithTimesOfItsOwn() {
    var link = offered();
    store.advance(GOOD_FOR.minusSeconds(60));

    var change = change(loaded(link.id()), new LinkConfirmed(CHOICE));
    assertThat(save(change)).containsExactly(link.id());

    var sale = loaded(link.id());
    assertThat(sale.payment()).isEqualTo(change.after()).isInstanceOf(Sale.class);
    assertThat(sale.overdue()).isFalse();
    store.advance(Duration.ofSeconds(55));
    assertThat(due()).isEmpty();
    store.advance(Duration.ofSeconds(5));
    assertThat(due()).containsExactly(new Due(link.id(), 0, false));
    store.advance(Duration.ofMinutes(9));
    assertThat(due()).containsExactly(new Due(link.id(), 0, true));
  }

  @Test
  void theSaleIsThenAsAnyOther() {
    var link = offered();
    save(change(loaded(link.id()), new LinkConfirmed(CHOICE)));
    save(change(loaded(link.id()), new CustomerRedirected(PAGE, THEIRS)));
    var paid = change(loaded(link.id()), new SaleApproved(link.terms().amount(), THEIRS));
    save(paid);

    assertThat(loaded(link.id()).payment()).isEqualTo(paid.after());
    assertThat(due()).isEmpty();
  }

  /** Whatever shares the batch keeps its own terms and times. */
  @Test
  void othersInTheSameBatchAreLeftAlone() {
    var link = offered();
    var second = offered();
    var sale = opened(SALE.within(90, 900));
    var confirmed = change(loaded(link.id()), new LinkConfirmed(CHOICE));
    var mailed = change(loaded(second.id()), new LinkMailed());
    var sent = change(sale, new CustomerRedirected(PAGE, THEIRS));

    save(confirmed, mailed, sent);

    assertThat(loaded(link.id()).payment()).isEqualTo(confirmed.after());
    assertThat(loaded(second.id()).payment()).isEqualTo(mailed.after());
    assertThat(loaded(sale.payment().id()).payment()).isEqualTo(sent.after());
    store.advance(Duration.ofSeconds(90));
    assertThat(due())
        .containsExactlyInAnyOrder(
            new Due(link.id(), 0, false), new Due(sale.payment().id(), 0, false));
    store.advance(GOOD_FOR);
    assertThat(due()).contains(new Due(second.id(), 0, true));
  }

  @Test
  void untouchedItIsDueAtItsEndAndExpires() {
    var link = offered();
    store.advance(GOOD_FOR.minusSeconds(5));
    assertThat(due()).isEmpty();
    store.advance(Duration.ofSeconds(5));
    assertThat(due()).containsExactly(new Due(link.id(), 0, true));

    assertThat(decided(one, link.id(), new TimeLimitReached())).isInstanceOf(Step.class);

    assertThat(loaded(link.id()).payment().state()).isEqualTo(Link.EXPIRED);
    assertThat(due()).isEmpty();
  }

  /** Nobody has held the limit yet, and all the same it has passed by the database's clock. */
  @Test
  void whoConfirmsTooLateFindsItExpired() {
    var link = offered();
    store.advance(GOOD_FOR);

    assertThat(decided(one, link.id(), new LinkConfirmed(CHOICE))).isInstanceOf(Denied.class);

    assertThat(loaded(link.id()).payment().state()).isEqualTo(Link.EXPIRED);
    assertThat(effects(link.id())).containsExactly(Effect.NOTIFY_FINAL);
  }

  private static Terms named(Payment link, Payment like) {
    return Links.named(link.terms(), like.terms().paymentId());
  }
}
