package tollgate.web;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.payment.Details;
import tollgate.payment.Details.Returns;
import tollgate.payment.Details.Webhooks;

/**
 * The members of a sale, each in its form: gate-api, section 4. Whether the project may have it is
 * asked later.
 *
 * @param amount in minor units, at least 1
 * @param wallet number of the wallet to top up
 */
record SaleRequest(
    String paymentId,
    String customer,
    long amount,
    String currency,
    @Nullable String wallet,
    Details details) {

  private static final int DELAY_SECONDS_MAX = 600;

  /** What is kept of the customer, and what it must look like. */
  private static final List<Map.Entry<String, Rule>> PERSON =
      List.of(
          Map.entry("first_name", Rule.TEXT),
          Map.entry("middle_name", Rule.TEXT),
          Map.entry("last_name", Rule.TEXT),
          Map.entry("email", Rule.EMAIL),
          Map.entry("phone", Rule.PHONE),
          Map.entry("country", Rule.COUNTRY),
          Map.entry("day_of_birth", Rule.BIRTH),
          Map.entry("city", Rule.TEXT),
          Map.entry("state", Rule.TEXT),
          Map.entry("address", Rule.TEXT),
          Map.entry("zip", Rule.TEXT),
          Map.entry("region", Rule.TEXT),
          Map.entry("birthplace", Rule.TEXT),
          Map.entry("language", Rule.TEXT),
          Map.entry("browser", Rule.TEXT),
          Map.entry("device_type", Rule.DEVICE),
          Map.entry("screen_res", Rule.TEXT),
          Map.entry("session_id", Rule.TEXT));

  /** Throws {@link GateRefusal} with all that is missing or malformed. */
  static SaleRequest read(GateRequest request) {
    var root = request.fields();
    var general = root.in("general");
    var payment = root.in("payment");
    var customer = root.in("customer");
    var sale =
        new SaleRequest(
            general.required("payment_id", Rule.PAYMENT_ID),
            customer.required("id", Rule.CUSTOMER_ID),
            payment.required("amount", 1),
            payment.required("currency", Rule.CURRENCY),
            root.has("wallet") ? root.in("wallet").required("account_id", Rule.ACCOUNT) : null,
            details(request, root));
    root.check();
    return sale;
  }

  private static Details details(GateRequest request, Fields root) {
    var payment = root.in("payment");
    var description = payment.optional("description", Rule.TEXT);
    var person = person(root.in("customer"));
    return new Details(
        description == null ? "" : description,
        payment.optional("extra_param", Rule.TEXT),
        returns(root.in("return_url")),
        webhooks(root, request.project().privateUrls()),
        person);
  }

  private static Map<String, String> person(Fields customer) {
    var person = new HashMap<String, String>();
    person.put("ip_address", customer.required("ip_address", Rule.IP));
    for (var member : PERSON) {
      var value = customer.optional(member.getKey(), member.getValue());
      if (value != null) person.put(member.getKey(), value);
    }
    return person;
  }

  private static Returns returns(Fields urls) {
    return new Returns(
        urls.required("success", Rule.URL),
        urls.optional("decline", Rule.URL),
        urls.optional("return", Rule.URL));
  }

  private static Webhooks webhooks(Fields root, boolean privateAllowed) {
    var general = root.in("general");
    var url = general.optional("merchant_callback_url", Rule.URL);
    if (url != null && !url.isEmpty() && !privateAllowed && isPrivate(url)) {
      general.bad("merchant_callback_url", Code.VALIDATION_ERROR, "must be on the public internet");
    }
    var callback = root.in("callback");
    return new Webhooks(
        url,
        (int) callback.optional("delay", 0, 0, DELAY_SECONDS_MAX),
        callback.flag("force_disable"));
  }

  private static boolean isPrivate(String url) {
    return Addresses.isPrivate(URI.create(url).getHost());
  }
}
