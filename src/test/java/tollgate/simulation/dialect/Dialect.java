package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/** How one provider speaks to its adapter of ours, through one gateway. */
public abstract class Dialect {

  /** In what providers differ beside their words. */
  public enum Trait {
    /** What is cancelled there stays so, even if the order only comes later. */
    CANCELS_UNHEARD,
    /** Whatever a customer may pay can be cancelled. */
    CANCELS_SURELY,
    /** Another amount than was asked for can be paid. */
    TAKES_LESS,
    /** A customer may pay a second time, and the provider calls it another payment. */
    PAID_TWICE,
    /** It may have decided before we know that it has the order. */
    HASTY,
    /** It has no question by which a sale is asked for. */
    CANNOT_BE_ASKED,
    /** A refund that is sent again under its key hears for ever what it heard first. */
    REPEATS_ITSELF,
    /** It tells of refunds unasked. */
    TELLS_REFUNDS,
    /**
     * A refund that comes after a younger one is refused, whether or not it was executed before.
     */
    NUMBERS_GROW
  }

  private final Provider adapter;
  private final Gateway gateway;
  private final Currency currency;
  private final Set<Trait> traits;

  Dialect(Provider adapter, Gateway gateway, String currency, Trait... traits) {
    this.adapter = adapter;
    this.gateway = gateway;
    this.currency = Currency.getInstance(currency);
    this.traits = Set.of(traits);
  }

  public final Provider adapter() {
    return adapter;
  }

  public final Gateway gateway() {
    return gateway;
  }

  public final Currency currency() {
    return currency;
  }

  public final boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** Whether it could speak of a payment that it never heard of, with nothing but its name. */
  public final boolean isLiar() {
    return is(Trait.CANCELS_UNHEARD);
  }

  public final boolean givesBack() {
    return adapter.refunds(gateway).isPresent();
  }

  /** Whether a refund that is sent again would be given again. */
  public final boolean givesBackAgain() {
    return adapter.refunds(gateway).orElseThrow() instanceof OnceOnlyRefunds;
  }

  /** The order as it reached the provider, which calls it so. */
  public abstract Bill bill(Told told, String theirs);

  /** Its answer to a call of ours about this. */
  public abstract Reply answer(Call call, Bill bill, Fate fate);

  /** Its answer where it has no such order. */
  public abstract Reply unknown(Call call);

  /** What it tells by itself; empty where it has no word for that. */
  public abstract Optional<Callback> tell(Bill bill, Fate fate);

  /** What it asks before it takes this much. */
  public Optional<Callback> inquire(Bill bill, Money amount) {
    return Optional.empty();
  }

  /** Whether it will not say it again. */
  public boolean isContent(Bill bill, Answer answer) {
    return answer.status() == 200;
  }

  /** Its answer to a refund that has come so far. */
  public Reply answerRefund(Wanted refund, Fate fate) {
    throw new UnsupportedOperationException(gateway.provider() + " gives nothing back");
  }

  /** Its answer to what must be asked before a refund. */
  public Reply answerFirst(Wanted refund, Bill sale, Fate fate) {
    throw new UnsupportedOperationException(gateway.provider() + " need not be asked first");
  }

  /** Its answer to a refund that comes after a younger one. */
  public Reply overtaken(Wanted refund) {
    throw new UnsupportedOperationException(gateway.provider() + " counts nothing");
  }

  /** Its answer to the question what became of a refund; absent: it has none such. */
  public Reply answerAsked(Wanted refund, @Nullable Fate fate) {
    throw new UnsupportedOperationException(gateway.provider() + " cannot be asked");
  }

  /** What it tells by itself of a refund; empty where only its answers do. */
  public Optional<Callback> tellRefund(String sale, String refund, Fate fate) {
    return Optional.empty();
  }

  /** Its answer to a payout, or to a question about one; absent: it has none such. */
  public Reply answerPayout(Order order, @Nullable Fate fate) {
    throw new UnsupportedOperationException(gateway.provider() + " pays nothing out");
  }

  /** What it tells of a payout that came by this message. */
  public Callback tellPayout(Request sent, Fate fate) {
    throw new UnsupportedOperationException(gateway.provider() + " pays nothing out");
  }

  final Money money(String decimal) {
    return Money.parse(decimal, currency);
  }

  final String key(String name) {
    return gateway.key(name).reveal();
  }

  static Gateway gateway(
      long number, String provider, Map<String, String> fields, Map<String, String> keys) {
    var secrets = new HashMap<String, Secret>();
    keys.forEach((name, value) -> secrets.put(name, new Secret(value)));
    var base = URI.create("https://" + provider + ".example");
    return new Gateway(number, provider, base, fields, secrets, GatewayTerms.USUAL);
  }

  static Callback posted(Map<String, String> form) {
    return posted(Form.write(form, UTF_8));
  }

  static Callback posted(String body) {
    return Callback.post(Map.of(), body.getBytes(UTF_8));
  }
}
