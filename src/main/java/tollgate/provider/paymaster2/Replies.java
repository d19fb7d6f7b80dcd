package tollgate.provider.paymaster2;

import static tollgate.payment.Code.NOT_AUTHORIZED_TRY_LATER;
import static tollgate.payment.Code.PROVIDER_VALIDATION_ERROR;

import java.util.Map;
import java.util.regex.Pattern;
import tollgate.payment.Code;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.RedirectData;
import tollgate.provider.Order;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.tenant.Gateway;

/** What a reply to one of our calls says (2.1, 2.2). */
final class Replies {

  /**
   * Refusals after which there is no invoice. Not among them: a key that came with another body,
   * which says that one exists, and operations that do not fit a state.
   */
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "validation_error", PROVIDER_VALIDATION_ERROR,
          "not_authorized", NOT_AUTHORIZED_TRY_LATER);

  private static final int URL_CHARS_MAX = 2048;
  private static final Pattern PAGE = Pattern.compile("https?://[!-~]+");

  private Replies() {}

  static ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    var told = Told.read(reply.body());
    if (told == null) return new Doubtful("HTTP " + reply.status() + ", no object");
    if (!isDone(reply)) return refused(call, told, reply);

    return switch (call) {
      case START -> invoiced(told);
      case ASK, CANCEL -> told.event(order, gateway);
    };
  }

  static boolean isDone(Reply reply) {
    return reply.status() == 200 || reply.status() == 201;
  }

  static boolean isRefusal(Reply reply) {
    return reply.status() >= 400 && reply.status() < 500;
  }

  private static ProviderEvent refused(Call call, Told told, Reply reply) {
    var code = REFUSALS.get(told.textAt("code"));
    if (call == Call.START && isRefusal(reply) && code != null) return new SaleDeclined(code, "");

    return new Doubtful("HTTP " + reply.status());
  }

  private static ProviderEvent invoiced(Told told) {
    var id = told.idAt("paymentId");
    var url = told.textAt("url");
    if (id.isEmpty()) return new Doubtful("an invoice without an id");

    return url.length() <= URL_CHARS_MAX && PAGE.matcher(url).matches()
        ? new CustomerRedirected(RedirectData.get(url), id)
        : new Doubtful("an invoice without a page");
  }
}
