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
import tollgate.tenant.Project;

/** What sales and payouts say alike beside the money: gate-api, sections 4.2 to 4.4. */
final class Particulars {

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

  private Particulars() {}

  static Details details(GateRequest request, Fields root, Returns returns) {
    return details(request, root, returns, root.in("customer").required("ip_address", Rule.IP));
  }

  /** For a customer who is not there yet, and may have no address. */
  static Details ofAbsent(GateRequest request, Fields root, Returns returns) {
    return details(request, root, returns, root.in("customer").optional("ip_address", Rule.IP));
  }

  private static Details details(
      GateRequest request, Fields root, Returns returns, @Nullable String ip) {
    var payment = root.in("payment");
    var description = payment.optional("description", Rule.TEXT);
    var person = person(root.in("customer"), ip);
    return new Details(
        description == null ? "" : description,
        payment.optional("extra_param", Rule.TEXT),
        returns,
        webhooks(root, request.project()),
        person);
  }

  private static Map<String, String> person(Fields customer, @Nullable String ip) {
    var person = new HashMap<String, String>();
    if (ip != null) person.put("ip_address", ip);
    for (var member : PERSON) {
      var value = customer.optional(member.getKey(), member.getValue());
      if (value != null) person.put(member.getKey(), value);
    }
    return person;
  }

  private static Webhooks webhooks(Fields root, Project project) {
    var callback = root.in("callback");
    return new Webhooks(
        webhookUrl(root, project),
        (int) callback.optional("delay", 0, 0, DELAY_SECONDS_MAX),
        callback.flag("force_disable"));
  }

  /** Where this request wants its webhooks; null for the project's own address. */
  static @Nullable String webhookUrl(Fields root, Project project) {
    var general = root.in("general");
    var url = general.optional("merchant_callback_url", Rule.URL);
    if (url != null && !url.isEmpty() && !project.privateUrls() && isPrivate(url)) {
      general.bad("merchant_callback_url", Code.VALIDATION_ERROR, "must be on the public internet");
    }
    return url;
  }

  private static boolean isPrivate(String url) {
    return Addresses.isPrivate(URI.create(url).getHost());
  }
}
