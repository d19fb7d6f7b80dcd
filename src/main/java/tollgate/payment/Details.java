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
 */
public record Details(
    String description,
    @Nullable String extraParam,
    Returns returns,
    Webhooks webhooks,
    Map<String, String> person) {

  public Details {
    person = Map.copyOf(person);
  }

  /** Absolute URLs of the merchant's shop. */
  public record Returns(String success, @Nullable String decline, @Nullable String back) {}

  /**
   * How the merchant wants to be told.
   *
   * @param url overrides the project's
   * @param delaySeconds before the first attempt, 0–600
   * @param finalOff whether the merchant switched informational webhooks off for this payment
   */
  public record Webhooks(@Nullable String url, int delaySeconds, boolean finalOff) {}
}
