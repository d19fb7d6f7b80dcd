package tollgate.web;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Letter;
import tollgate.payment.Code;
import tollgate.payment.Details;
import tollgate.payment.Details.Returns;
import tollgate.payment.Timetable;

/**
 * The members of a payment link, each in its form: gate-api, section 12.
 *
 * @param amount in minor units, at least 1
 * @param wallet number of the wallet that the link tops up
 * @param seconds how long it is good
 * @param method the only one to be offered, by its code on pages
 * @param mailTo where it is mailed to, if at all
 */
record LinkRequest(
    String paymentId,
    String customer,
    long amount,
    String currency,
    @Nullable String wallet,
    Instant bestBefore,
    int seconds,
    @Nullable String method,
    @Nullable String language,
    @Nullable String mailTo,
    Details details)
    implements Refusing.Asked {

  /** Where nothing is said, the customer comes back to the link's own page. */
  private static final String OWN_PAGE = "";

  /** Throws {@link GateRefusal} with all that is missing or malformed. */
  static LinkRequest read(GateRequest request, LinkOptions options, Instant now) {
    var root = request.fields();
    var payment = root.in("payment");
    var bestBefore = bestBefore(payment, options.times(), now);
    var link =
        new LinkRequest(
            root.in("general").required("payment_id", Rule.PAYMENT_ID),
            root.in("customer").required("id", Rule.CUSTOMER_ID),
            payment.required("amount", 1),
            payment.required("currency", Rule.CURRENCY),
            root.has("wallet") ? root.in("wallet").required("account_id", Rule.ACCOUNT) : null,
            bestBefore,
            seconds(now, bestBefore),
            payment.optional("force_payment_method", Rule.TEXT),
            language(root),
            mailTo(root, options),
            Particulars.ofAbsent(request, root, returns(root)));
    root.check();
    return link;
  }

  private static Instant bestBefore(Fields payment, LinkTimes times, Instant now) {
    var usual = now.plus(times.usual()).truncatedTo(ChronoUnit.SECONDS);
    var text = payment.optional("best_before", Rule.MOMENT);
    if (text == null || text.isEmpty()) return usual;

    var moment = BestBefore.read(text);
    if (times.allow(Duration.between(now, moment))) return moment;

    payment.bad("best_before", Code.VALIDATION_ERROR, times.words());
    return usual;
  }

  /** Whole seconds, and never before the moment that was told. */
  private static int seconds(Instant now, Instant bestBefore) {
    var whole = Duration.between(now, bestBefore).plusNanos(999_999_999).toSeconds();
    return (int) Math.min(Timetable.LINK_MAX, whole);
  }

  private static @Nullable String language(Fields root) {
    var language = root.optional("language", Rule.LANGUAGE);
    return language == null ? null : language.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String mailTo(Fields root, LinkOptions options) {
    var own = root.optional("email", Rule.EMAIL);
    var customers = root.in("customer").optional("email", Rule.EMAIL);
    if (!root.flag("send_email")) return null;

    var to = own == null ? customers : own;
    if (to == null) root.bad("email", Code.FIELD_MISSING, "is required to send the link");
    if (to != null && !Letter.isMailbox(to)) {
      root.bad("email", Code.INVALID_EMAIL, "must be one plain e-mail address to send the link");
    }
    if (!options.mails()) {
      root.bad("send_email", Code.VALIDATION_ERROR, "there is no mail server to send it by");
    }
    return to;
  }

  private static Returns returns(Fields root) {
    var urls = root.in("return_url");
    var success = urls.optional("success", Rule.URL);
    return new Returns(
        success == null ? OWN_PAGE : success,
        urls.optional("decline", Rule.URL),
        urls.optional("return", Rule.URL));
  }
}
