package tollgate.provider;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import tollgate.money.Money;
import tollgate.payment.Payment;

/**
 * What a provider is told of a sale or a payout.
 *
 * @param reference our name for it there, see {@link Reference}
 * @param person the customer by the Gate's member names
 * @param account of a payout: the customer's wallet there; else empty
 * @param providersId the provider's own id, empty until known; of a question, the one that is asked
 *     about: what is told of another does not answer it
 * @param callbackUrl where the provider tells us
 * @param returnUrl where the customer's browser comes back to
 * @param token what makes {@code returnUrl} unguessable, see {@link Reference#token}
 * @param limit seconds from acceptance until we decline
 * @param stamp of the message that this order is written for
 */
public record Order(
    String reference,
    Money amount,
    String description,
    Map<String, String> person,
    String account,
    String providersId,
    String callbackUrl,
    String returnUrl,
    String token,
    int limit,
    Stamp stamp) {

  public Order {
    person = Map.copyOf(person);
  }

  /** The order of a payment; {@code publicUrl} is our own address, without a slash at the end. */
  public static Order of(Payment payment, String publicUrl, Stamp stamp) {
    return of(payment, payment.askedFor(), publicUrl, stamp);
  }

  /** The same when another amount was paid than was asked for. */
  static Order of(Payment payment, Money amount, String publicUrl, Stamp stamp) {
    var terms = payment.terms();
    var reference = Reference.of(payment.id());
    var token = Reference.token(terms);
    return new Order(
        reference,
        amount,
        terms.details().description(),
        terms.details().person(),
        requireNonNullElse(terms.account(), ""),
        payment.providersId(),
        publicUrl + "/callbacks/" + terms.gateway(),
        publicUrl + "/return/" + reference + "/" + token + "/",
        token,
        terms.timetable().limit(),
        stamp);
  }

  /** The same, with this as the provider's own id. */
  public Order about(String transfer) {
    return new Order(
        reference,
        amount,
        description,
        person,
        account,
        transfer,
        callbackUrl,
        returnUrl,
        token,
        limit,
        stamp);
  }
}
