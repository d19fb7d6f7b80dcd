package tollgate.provider;

import tollgate.money.Money;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.tenant.Gateway;

/**
 * How a provider gives a sale's money back. The message carries {@link Wanted#key()}, by which the
 * provider knows a repeat; where it knows none, see {@link OnceOnlyRefunds}.
 */
public interface Refunds {

  /** Gives it back. Sent again, unchanged, until the provider has decided. */
  Request send(Wanted refund, Gateway gateway);

  /**
   * What the reply says: a {@code RefundEvent} with {@link Wanted#operation()}, or {@code
   * Doubtful}.
   */
  ProviderEvent read(Wanted refund, Gateway gateway, Reply reply);

  /**
   * What a provider is told of a refund.
   *
   * @param sale the order whose money it is
   * @param operation our number of the refund
   * @param key our name for it there: the same on every repeat, of no other refund
   * @param comment why, may be empty
   * @param providersId the provider's own id of the refund, empty until told
   * @param given what {@link OnceOnlyRefunds#first} gave, else empty
   * @param payer who paid the sale, as far as the provider told
   */
  record Wanted(
      Order sale,
      long operation,
      String key,
      Money amount,
      String comment,
      String providersId,
      String given,
      Payer payer) {

    /** Nothing was sent yet. */
    public Wanted(Order sale, long operation, String key, Money amount, String comment) {
      this(sale, operation, key, amount, comment, "", "");
    }

    /** Of a payer of whom nothing is known. */
    public Wanted(
        Order sale,
        long operation,
        String key,
        Money amount,
        String comment,
        String providersId,
        String given) {
      this(sale, operation, key, amount, comment, providersId, given, Payer.NONE);
    }

    public static Wanted of(Sale sale, Refund refund, String publicUrl, Stamp stamp) {
      var id = new Payment.Id(sale.id().project(), refund.operation());
      return new Wanted(
          Order.of(sale, publicUrl, stamp),
          refund.operation(),
          Reference.of(id),
          refund.charged(),
          refund.wish().comment(),
          refund.providersId(),
          "",
          sale.payer());
    }

    /** The same, once the first call gave this. */
    public Wanted with(String what) {
      return new Wanted(sale, operation, key, amount, comment, providersId, what, payer);
    }
  }
}
