package tollgate.payment;

import org.jspecify.annotations.Nullable;
import tollgate.money.Money;

/**
 * What was agreed when the payment was accepted. It never changes.
 *
 * @param paymentId the merchant's own id, unique within the project
 * @param requestId our opaque id of the accepted request
 * @param customer the merchant's id of the customer
 * @param method code of the payment method, such as {@code gopay}; empty until a link's customer
 *     has chosen one
 * @param gateway our account with a provider, through which it goes
 * @param wallet number of the wallet to top up; absent, the money is the merchant's
 * @param payer number of the wallet that pays, at once and by our own book; absent, a provider is
 *     asked
 * @param account of a payout: the customer's wallet at the provider
 * @param deal what it costs, and what becomes of it when it comes too late
 */
public record Terms(
    String paymentId,
    String requestId,
    String customer,
    String method,
    long gateway,
    Money amount,
    @Nullable String wallet,
    @Nullable String payer,
    @Nullable String account,
    Deal deal,
    Timetable timetable,
    Details details) {

  /** As they are when this request has brought them. */
  public Terms by(String request) {
    return new Terms(
        paymentId, request, customer, method, gateway, amount, wallet, payer, account, deal,
        timetable, details);
  }

  /** Those of a link, with what its customer has chosen. */
  Terms by(Link.Choice chosen) {
    return new Terms(
        paymentId,
        requestId,
        customer,
        chosen.method(),
        chosen.gateway(),
        amount,
        wallet,
        payer,
        account,
        chosen.deal(),
        chosen.timetable(),
        details);
  }

  /**
   * What the customer pays at the provider, and so what the provider is asked for, in the currency
   * in which it charges.
   */
  public Money charged() {
    return deal.exchange() == null ? paid() : deal.exchange().charged();
  }

  /** What the customer pays, in the currency of the amount. */
  Money paid() {
    return deal.commission() == null ? amount : deal.commission().paid();
  }

  /** What reaches the wallet or the company. */
  public Money arrives() {
    return deal.commission() == null ? amount : deal.commission().arrives();
  }
}
