package tollgate.provider;

import java.util.Map;
import tollgate.money.Money;
import tollgate.payment.Payment;

/**
 * What a provider is told of a sale.
 *
 * @param reference our name for it there, see {@link Reference}
 * @param person the customer by the Gate's member names
 * @param providersId the provider's own id, empty until known
 * @param callbackUrl where the provider tells us
 * @param returnUrl where the customer's browser comes back to
 * @param limit seconds from acceptance until we decline
 */
public record Order(
    String reference,
    Money amount,
    String description,
    Map<String, String> person,
    String providersId,
    String callbackUrl,
    String returnUrl,
    int limit) {

  public Order {
    person = Map.copyOf(person);
  }

  /** The order of a payment; {@code publicUrl} is our own address, without a slash at the end. */
  public static Order of(Payment payment, String publicUrl) {
    var terms = payment.terms();
    var reference = Reference.of(payment.id());
    return new Order(
        reference,
        terms.amount(),
        terms.details().description(),
        terms.details().person(),
        payment.providersId(),
        publicUrl + "/callbacks/" + terms.gateway(),
        publicUrl + "/return/" + reference + "/" + Reference.token(terms) + "/",
        terms.timetable().limit());
  }
}
