package tollgate.tenant;

import java.util.Currency;
import java.util.Optional;
import tollgate.money.Money;

/**
 * A method switched on for a project, through one gateway. Times in seconds: from {@code base} on
 * the provider is asked, at {@code limit} an undecided payment is declined.
 */
public record Activation(
    Method method, Gateway gateway, int base, int limit, ActivationTerms terms) {

  /** On the gateway's own terms. */
  public Activation(Method method, Gateway gateway, int base, int limit) {
    this(method, gateway, base, limit, ActivationTerms.USUAL);
  }

  /** Whether new operations may begin: neither the method nor its gateway is switched off. */
  public boolean on() {
    return terms.on() && gateway.terms().on();
  }

  /** What method, gateway and project allow together; empty when one of them allows nothing. */
  public Optional<Bounds> bounds(Currency currency) {
    var ofMethod = currency.equals(method.currency()) ? method.bounds() : Bounds.NONE;
    var ofGateway = gateway.terms().bounds().getOrDefault(currency, Bounds.NONE);
    var own = terms.bounds().getOrDefault(currency, Bounds.NONE);
    if (!ofMethod.meets(ofGateway)) return Optional.empty();

    var both = ofMethod.and(ofGateway);
    return both.meets(own) ? Optional.of(both.and(own)) : Optional.empty();
  }

  /** The project's own tariff for the method, else the gateway's, else a free one. */
  public Tariff tariff(Currency currency) {
    var ofGateway = gateway.terms().tariffs().getOrDefault(currency, Tariff.free(currency));
    return terms.tariffs().getOrDefault(currency, ofGateway);
  }

  /** What an operation of this amount costs; {@link Commission} says by which rule. */
  public Commission commission(Money amount) {
    return Commission.of(tariff(amount.currency()), amount, method.step());
  }
}
