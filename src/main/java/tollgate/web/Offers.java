package tollgate.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Deal;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.Timetable;
import tollgate.tenant.Activation;
import tollgate.tenant.Project;
import tollgate.tenant.Purpose;
import tollgate.tenant.Tenants;

/** By what a project's customer may pay, when the merchant has not chosen. */
record Offers(Tenants tenants, Project project) {

  /**
   * What is to be paid.
   *
   * @param topUp whether it tops up a wallet
   * @param only the one method to be offered, by its code on pages; absent, all
   */
  record Wish(Money amount, boolean topUp, @Nullable String only) {

    static Wish of(Payment payment) {
      var terms = payment.terms();
      var invoice = terms.details().invoice();
      return new Wish(
          terms.amount(), terms.wallet() != null, invoice == null ? null : invoice.method());
    }
  }

  /**
   * One of them.
   *
   * @param charged what the customer pays in the end, and in which currency
   */
  record Offer(Activation activation, Deal deal, Money charged) {

    String method() {
      return activation.method().code();
    }

    Link.Choice choice() {
      return new Link.Choice(
          method(),
          activation.gateway().number(),
          deal,
          new Timetable(activation.base(), activation.limit()),
          Admission.range(activation.bounds(activation.method().currency())));
    }
  }

  /** Those that take the currency, whatever the amount; by their titles. */
  List<Activation> inCurrency(Wish wish) {
    if (!project.terms().takes(wish.amount().currency())) return List.of();

    return project.activations().keySet().stream()
        .flatMap(method -> Optional.ofNullable(project.offer(method)).stream())
        .filter(activation -> isFor(activation, wish))
        .sorted(Comparator.comparing(activation -> activation.method().title()))
        .toList();
  }

  /** Those that can be used now. */
  List<Offer> usable(Wish wish, Instant at) {
    return inCurrency(wish).stream()
        .flatMap(activation -> offer(activation, wish, at).stream())
        .toList();
  }

  /** The method's limits are on what the customer pays, and something must arrive. */
  private Optional<Offer> offer(Activation activation, Wish wish, Instant at) {
    var method = activation.method();
    var amount = wish.amount();
    if (isOwn(activation, amount) && amount.minor() % method.step() != 0) return Optional.empty();
    try {
      var deal = new Deals(tenants, project, activation).of(wish.topUp(), amount, at);
      var offer = new Offer(activation, deal, charged(deal, amount));
      return Optional.of(offer).filter(it -> isWithin(it) && leavesSomething(deal));
    } catch (GateRefusal noRate) {
      return Optional.empty();
    }
  }

  private static Money charged(Deal deal, Money amount) {
    if (deal.exchange() != null) return deal.exchange().charged();

    return deal.commission() == null ? amount : deal.commission().paid();
  }

  private static boolean isWithin(Offer offer) {
    var minor = offer.charged().minor();
    return offer
        .activation()
        .bounds(offer.charged().currency())
        .filter(bounds -> minor >= bounds.min() && minor <= bounds.max())
        .isPresent();
  }

  private static boolean leavesSomething(Deal deal) {
    return deal.commission() == null || deal.commission().leavesSomething();
  }

  private static boolean isFor(Activation activation, Wish wish) {
    var method = activation.method();
    var terms = activation.gateway().terms();
    var purpose = method.topUpOnly() ? Purpose.TOP_UP : Purpose.PAYMENT;
    return (isOwn(activation, wish.amount()) || method.currency().equals(terms.chargesIn()))
        && (wish.only() == null || wish.only().equals(method.pageCode()))
        && (wish.topUp() || !method.topUpOnly())
        && terms.purposes().contains(purpose);
  }

  private static boolean isOwn(Activation activation, Money amount) {
    return activation.method().currency().equals(amount.currency());
  }
}
