package tollgate.payment;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.ledger.Account;
import tollgate.money.Money;
import tollgate.money.Rate;
import tollgate.payment.Decision.Step;
import tollgate.payment.Details.Returns;
import tollgate.payment.Details.Webhooks;
import tollgate.tenant.Bearer;
import tollgate.tenant.Commission;
import tollgate.tenant.LateSuccess;
import tollgate.tenant.Percent;
import tollgate.tenant.Tariff;

/** Sales for tests: one of 100.00 MYR, and whatever is different about it said in words. */
public record Sales(
    Money amount,
    @Nullable String wallet,
    @Nullable String payer,
    Timetable timetable,
    Webhooks webhooks,
    long gateway,
    @Nullable String account,
    Deal deal) {

  public static final long GATEWAY = 7;
  public static final Payment.Range ANY = new Payment.Range(1, Long.MAX_VALUE);
  public static final RedirectData PAGE = RedirectData.get("https://provider.example/pay/1");
  public static final String THEIRS = "P-1";

  /** Whole seconds, so that every store gives it back as it was. */
  public static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

  /** To the company, asked from 60 s on, declined at 600 s. */
  public static final Sales SALE =
      new Sales(
          ringgit(10000),
          null,
          null,
          new Timetable(60, 600),
          new Webhooks(null, 0, false),
          GATEWAY,
          null,
          Deal.USUAL);

  public static Money ringgit(long minor) {
    return Money.of(minor, "MYR");
  }

  public Sales of(Money other) {
    return new Sales(other, wallet, payer, timetable, webhooks, gateway, account, deal);
  }

  public Sales into(String number) {
    return new Sales(amount, number, payer, timetable, webhooks, gateway, account, deal);
  }

  /** Paid from this wallet, no provider asked. */
  public Sales paidBy(String number) {
    return new Sales(amount, wallet, number, timetable, webhooks, gateway, account, deal);
  }

  /** The customer's wallet at the provider, for a payout. */
  public Sales to(String number) {
    return new Sales(amount, wallet, payer, timetable, webhooks, gateway, number, deal);
  }

  public Sales within(int base, int limit) {
    return new Sales(
        amount, wallet, payer, new Timetable(base, limit), webhooks, gateway, account, deal);
  }

  public Sales toldAfter(int delaySeconds) {
    return new Sales(
        amount,
        wallet,
        payer,
        timetable,
        new Webhooks(null, delaySeconds, false),
        gateway,
        account,
        deal);
  }

  public Sales untold() {
    return new Sales(
        amount, wallet, payer, timetable, new Webhooks(null, 0, true), gateway, account, deal);
  }

  /** On other terms than the usual. */
  public Sales on(Deal other) {
    return new Sales(amount, wallet, payer, timetable, webhooks, gateway, account, other);
  }

  /** Whose money, should it come too late, fares so. */
  public Sales late(LateSuccess policy) {
    return on(new Deal(deal.commission(), deal.exchange(), policy));
  }

  /** Charged in another currency, at this rate; said after what it costs. */
  public Sales chargedIn(String code, String rate, long step) {
    var at = Rate.parse(amount.currency(), Currency.getInstance(code), rate);
    var paid = deal.commission() == null ? amount : deal.commission().paid();
    return on(new Deal(deal.commission(), Exchange.of(at, paid, step), deal.late()));
  }

  /** At the cost of percent and fixed sum, borne so. */
  public Sales costing(Bearer bearer, String percent, long fixed) {
    var zero = Money.zero(amount.currency());
    var sum = new Money(fixed, amount.currency());
    var tariff = new Tariff(Percent.parse(percent), sum, zero, null, bearer);
    return on(new Deal(Commission.of(tariff, amount), deal.exchange(), deal.late()));
  }

  public Sales through(long otherGateway) {
    return new Sales(amount, wallet, payer, timetable, webhooks, otherGateway, account, deal);
  }

  public Terms terms(Payment.Id id) {
    return terms("pay-" + id.operation());
  }

  public Terms terms(String paymentId) {
    var returns = new Returns("https://shop.example/ok", null, null);
    var details = new Details("a ride", null, returns, webhooks, Map.of("first_name", "Ann"));
    return new Terms(
        paymentId,
        "req-" + paymentId,
        "c-1",
        "touchngo",
        gateway,
        amount,
        wallet,
        payer,
        account,
        deal,
        timetable,
        details);
  }

  /** As the merchant's request opens it. */
  public Step open(Payment.Id id) {
    return (Step) Sale.open(id, terms(id), ANY, AT);
  }

  /** Where the money of a sale goes. */
  public static Account beneficiary(Payment sale) {
    return ((Sale) sale).beneficiary();
  }

  /** In any state, however it got there. */
  public Sale in(PaymentState state) {
    var id = new Payment.Id(210, 1);
    return new Sale(id, terms(id), state, "", 0, AT, AT, List.of(), Payer.NONE);
  }
}
