package tollgate.payment;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.payment.Decision.Step;
import tollgate.payment.Details.Returns;
import tollgate.payment.Details.Webhooks;

/** Sales for tests: one of 100.00 MYR, and whatever is different about it said in words. */
public record Sales(
    Money amount, @Nullable String wallet, Timetable timetable, Webhooks webhooks, long gateway) {

  public static final long GATEWAY = 7;
  public static final Payment.Range ANY = new Payment.Range(1, Long.MAX_VALUE);
  public static final RedirectData PAGE = RedirectData.get("https://provider.example/pay/1");
  public static final String THEIRS = "P-1";

  /** Whole seconds, so that every store gives it back as it was. */
  public static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

  /** To the company, asked from 60 s on, declined at 600 s. */
  public static final Sales SALE =
      new Sales(
          ringgit(10000), null, new Timetable(60, 600), new Webhooks(null, 0, false), GATEWAY);

  public static Money ringgit(long minor) {
    return Money.of(minor, "MYR");
  }

  public Sales of(Money other) {
    return new Sales(other, wallet, timetable, webhooks, gateway);
  }

  public Sales into(String number) {
    return new Sales(amount, number, timetable, webhooks, gateway);
  }

  public Sales within(int base, int limit) {
    return new Sales(amount, wallet, new Timetable(base, limit), webhooks, gateway);
  }

  public Sales toldAfter(int delaySeconds) {
    return new Sales(amount, wallet, timetable, new Webhooks(null, delaySeconds, false), gateway);
  }

  public Sales untold() {
    return new Sales(amount, wallet, timetable, new Webhooks(null, 0, true), gateway);
  }

  public Sales through(long otherGateway) {
    return new Sales(amount, wallet, timetable, webhooks, otherGateway);
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
        timetable,
        details);
  }

  /** As the merchant's request opens it. */
  public Step open(Payment.Id id) {
    return Payment.open(id, terms(id), ANY, AT);
  }

  /** In any state, however it got there. */
  public Payment in(PaymentState state) {
    var id = new Payment.Id(210, 1);
    return new Payment(id, terms(id), state, "", 0, AT, AT);
  }
}
