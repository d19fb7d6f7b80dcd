package tollgate.payment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the merchant told us beside the money; kept together because no rule looks into it.
 *
 * @param description shown to the customer, may be empty
 * @param extraParam stored for the merchant, not interpreted
 * @param returns where the customer's browser goes after the provider
 * @param webhooks how the merchant wants to be told
 * @param person what is known of the customer by the Gate's member names ({@code ip_address},
 *     {@code first_name}, …), without {@code id}
 * @param invoice when it is, or came of, a payment link
 */
public record Details(
    String description,
    @Nullable String extraParam,
    Returns returns,
    Webhooks webhooks,
    Map<String, String> person,
    @Nullable Invoice invoice) {

  public Details {
    person = Map.copyOf(person);
  }

  /** Of no link. */
  public Details(
      String description,
      @Nullable String extraParam,
      Returns returns,
      Webhooks webhooks,
      Map<String, String> person) {
    this(description, extraParam, returns, webhooks, person, null);
  }

  /** The same, of this link; who has no address to come back to comes back to the link's page. */
  public Details of(Invoice link) {
    var there = returns.success().isEmpty() ? returns.to(link.url()) : returns;
    return new Details(description, extraParam, there, webhooks, person, link);
  }

  /** Absolute URLs of the merchant's shop. */
  public record Returns(String success, @Nullable String decline, @Nullable String back) {

    private Returns to(String url) {
      return new Returns(url, decline, back);
    }
  }

  /**
   * How the merchant wants to be told.
   *
   * @param url overrides the project's
   * @param delaySeconds before the first attempt, 0–600
   * @param finalOff whether the merchant switched informational webhooks off for this payment
   */
  public record Webhooks(@Nullable String url, int delaySeconds, boolean finalOff) {}
}
