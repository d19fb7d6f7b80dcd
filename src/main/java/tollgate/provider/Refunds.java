package tollgate.provider;

import java.time.Duration;
import java.time.Instant;
import tollgate.money.Money;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentState.PaidLate;
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
   * @param sale the order whose money it is, with the amount that the provider took
   * @param operation our number of the refund
   * @param serial the same on every repeat, and greater than that of every refund opened in an
   *     earlier millisecond, whichever node opened it; at most 15 digits
   * @param key our name for it there: the same on every repeat, of no other refund
   * @param comment why, may be empty
   * @param providersId the provider's own id of the refund, empty until told
   * @param given what {@link OnceOnlyRefunds#first} gave, else empty
   * @param payer who paid the sale, as far as the provider told
   */
  record Wanted(
      Order sale,
      long operation,
      long serial,
      String key,
      Money amount,
      String comment,
      String providersId,
      String given,
      Payer payer) {

    /** Serials count from here, so that they have 15 digits until 2057. */
    private static final Instant SERIALS_BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private static final int SERIALS_IN_A_MILLISECOND = 1000;

    /** Nothing was sent yet. */
    public Wanted(Order sale, long operation, String key, Money amount, String comment) {
      this(sale, operation, key, amount, comment, "", "");
    }

    /** Of a payer of whom nothing is known, numbered by its operation. */
    public Wanted(
        Order sale,
        long operation,
        String key,
        Money amount,
        String comment,
        String providersId,
        String given) {
      this(sale, operation, operation, key, amount, comment, providersId, given, Payer.NONE);
    }

    public static Wanted of(Sale sale, Refund refund, String publicUrl, Stamp stamp) {
      var id = new Payment.Id(sale.id().project(), refund.operation());
      return new Wanted(
          Order.of(sale, taken(sale), publicUrl, stamp),
          refund.operation(),
          serial(refund),
          Reference.of(id),
          refund.charged(),
          refund.wish().comment(),
          refund.providersId(),
          "",
          sale.payer());
    }

    /** What came late may be another sum than was asked for. */
    private static Money taken(Sale sale) {
      return sale.state() instanceof PaidLate late ? late.paid() : sale.askedFor();
    }

    /**
     * Operations are numbered in blocks, one for each node, and so grow on each node alone; time
     * grows on all. Where two refunds were opened in one millisecond, their operations differ.
     */
    private static long serial(Refund refund) {
      var millis = Duration.between(SERIALS_BEGIN, refund.openedAt()).toMillis();
      return millis * SERIALS_IN_A_MILLISECOND + refund.operation() % SERIALS_IN_A_MILLISECOND;
    }

    /** The same, once the first call gave this. */
    public Wanted with(String what) {
      return new Wanted(sale, operation, serial, key, amount, comment, providersId, what, payer);
    }
  }
}
