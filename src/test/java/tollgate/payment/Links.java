package tollgate.payment;

import static tollgate.payment.Sales.AT;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Decision.Step;

/** Links for tests: one for a sale of {@link Sales}, an hour long. */
public final class Links {

  public static final int SECONDS = 3600;

  /** Chosen where {@link Sales} go by themselves. */
  public static final Link.Choice CHOICE =
      new Link.Choice("touchngo", Sales.GATEWAY, Deal.USUAL, new Timetable(60, 600), Sales.ANY);

  private Links() {}

  public static Step open(Payment.Id id, Sales sale, @Nullable String mailTo) {
    return Link.open(id, terms(id, sale, mailTo), AT);
  }

  public static Terms terms(Payment.Id id, Sales sale, @Nullable String mailTo) {
    var usual = sale.terms(id);
    return new Terms(
        usual.paymentId(),
        usual.requestId(),
        usual.customer(),
        "",
        0,
        usual.amount(),
        usual.wallet(),
        null,
        null,
        Deal.USUAL,
        Timetable.ofLink(SECONDS),
        usual.details().of(invoice(id, mailTo)));
  }

  /** The same by another name of the merchant's. */
  public static Terms named(Terms link, String paymentId) {
    return new Terms(
        paymentId,
        link.requestId(),
        link.customer(),
        link.method(),
        link.gateway(),
        link.amount(),
        link.wallet(),
        link.payer(),
        link.account(),
        link.deal(),
        link.timetable(),
        link.details());
  }

  private static Invoice invoice(Payment.Id id, @Nullable String mailTo) {
    return new Invoice(
        id.operation() + 1_000_000,
        "https://pay.example/link/" + id.project() + "-" + id.operation() + "-secret",
        AT.plus(Duration.ofSeconds(SECONDS)),
        AT,
        "ru",
        mailTo,
        null);
  }
}
