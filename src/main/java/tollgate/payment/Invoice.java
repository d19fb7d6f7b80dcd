package tollgate.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed about a payment link beside the money: gate-api, section 12. A sale that came of a
 * link keeps it, for the address stays good after the customer has paid.
 *
 * @param operation our number of the operation {@code invoice}; the payment itself goes by the
 *     number of the sale that it may become
 * @param url where the customer pays; its last part is the secret that opens it, and whoever reads
 *     what merchants were told reads it too, so it is kept as it is
 * @param bestBefore when it ends, in whole seconds, as it was told
 * @param openedAt when the link was made
 * @param language of the page, ISO 639-1 in small letters; absent, the customer's browser says
 * @param mailTo where we mail the link to; absent, the merchant hands it on
 * @param method the only one to be offered, by its code on pages; absent, all that can be used
 */
public record Invoice(
    long operation,
    String url,
    Instant bestBefore,
    Instant openedAt,
    @Nullable String language,
    @Nullable String mailTo,
    @Nullable String method) {

  /** What the address ends with. */
  public String token() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** With all its parts but the secret: addresses of links come into logs with their payment. */
  @Override
  public String toString() {
    return "Invoice[operation=" + operation + ", bestBefore=" + bestBefore + "]";
  }
}
