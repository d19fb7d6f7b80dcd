package tollgate.provider.webmoney;

import static tollgate.payment.Code.ACQUIRER_BALANCE_SHORT;
import static tollgate.payment.Code.CREDITING_BLOCKED;
import static tollgate.payment.Code.NOT_FOUND;
import static tollgate.payment.Code.PROVIDER_DECLINE;
import static tollgate.payment.Code.PROVIDER_TRY_AGAIN;
import static tollgate.payment.Code.REFUND_ABOVE_AMOUNT;
import static tollgate.payment.Code.REFUND_UNAVAILABLE;
import static tollgate.payment.Code.WRONG_ACCOUNT_DATA;
import static tollgate.provider.webmoney.TransGet.tag;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.payment.Code;
import tollgate.payment.Payer;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.provider.OnceOnlyRefunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.Xml;
import tollgate.tenant.Gateway;

/**
 * The way back of a payment, free of a fee: interface X14 (section 9).
 *
 * <p>Each request has a number {@code reqn}, which for one WMID must grow. Ours is the serial of
 * the refund, made of the time when it was opened: the same on every repeat, of no other refund,
 * and growing over all nodes as well as their clocks agree. Some come out of turn all the same, for
 * they waited while a younger one went out, and are refused.
 *
 * <p>What such a refusal says depends on whether the number can have been there before, for it
 * looks the same whether or not the request was executed. So that the first message goes out is
 * committed before, once: refused in answer to that one, nothing was executed, and the refund is
 * declined with the word to try again, as a new one with a new number. When that answer is lost the
 * same message is sent again, and its refusal proves nothing: the refund stays in doubt until a
 * person has looked. A new number might then give the money twice.
 */
final class Moneyback implements OnceOnlyRefunds {

  /** What surely did not move money, and never did. */
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "17", ACQUIRER_BALANCE_SHORT,
          "50", NOT_FOUND,
          "51", CREDITING_BLOCKED,
          "53", REFUND_UNAVAILABLE,
          "54", WRONG_ACCOUNT_DATA);

  /**
   * What a repeat may hear after the first was done: another amount than is left, a transfer that
   * was used. To the first message it is a no.
   */
  private static final Map<String, Code> REFUSALS_AT_FIRST =
      Map.of("52", REFUND_ABOVE_AMOUNT, "103", PROVIDER_DECLINE);

  /** A request that was wrong in itself, by its number, its signature or where it came from. */
  private static final Pattern WRONG_REQUEST = Pattern.compile("-([1-9]|1[0-5]|100|110)");

  @Override
  public Request send(Wanted refund, Gateway gateway) {
    var settings = new Settings(gateway);
    var key = gateway.keys().get(Settings.SIGNER_KEY);
    var signer = key == null ? Signer.CERTIFICATE : Signer.ofSandbox(key);
    var reqn = reqn(refund);
    var transfer = refund.sale().providersId();
    var amount = refund.amount().decimal();
    var trans =
        tag("inwmtranid", transfer)
            + tag("amount", amount)
            + tag("moneybackphone", phone(refund, settings))
            + tag("capitallerpursesrc", "");
    var asked =
        tag("reqn", reqn)
            + tag("wmid", settings.wmid())
            + tag("sign", signer.sign(reqn + transfer + amount))
            + tag("trans", trans);
    var body = tag("w3s.request", asked);
    var page = key == null ? "/asp/XMLTransMoneybackCert.asp" : "/asp/XMLTransMoneyback.asp";
    return new Request("POST", settings.w3s() + page, TransGet.headers(), body);
  }

  private static String reqn(Wanted refund) {
    return Long.toString(refund.serial());
  }

  /** Only where a phone paid, and the gateway wants it so. */
  private static String phone(Wanted refund, Settings settings) {
    var isByPhone = settings.text(Settings.REFUND_TO).equals("phone");
    return isByPhone ? refund.payer().fact(Payer.PHONE) : "";
  }

  /** The same message: under its number it is executed once, or not at all. */
  @Override
  public Optional<Request> ask(Wanted refund, Gateway gateway) {
    return Optional.of(send(refund, gateway));
  }

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    return read(refund, gateway, reply, Moneyback::refusalAtFirst);
  }

  @Override
  public ProviderEvent readAsked(Wanted refund, Gateway gateway, Reply reply) {
    return read(refund, gateway, reply, REFUSALS::get);
  }

  private static @Nullable Code refusalAtFirst(String retval) {
    if (WRONG_REQUEST.matcher(retval).matches()) return PROVIDER_TRY_AGAIN;

    var refusal = REFUSALS.get(retval);
    return refusal == null ? REFUSALS_AT_FIRST.get(retval) : refusal;
  }

  private static ProviderEvent read(
      Wanted refund, Gateway gateway, Reply reply, Function<String, @Nullable Code> refusals) {
    var xml = reply.status() == 200 ? Xml.read(reply.body()) : null;
    if (xml == null || !xml.name().equals("w3s.response")) {
      return new Doubtful("HTTP " + reply.status() + ", no answer of X14");
    }
    if (!xml.text("reqn").equals(reqn(refund))) return new Doubtful("about another refund");

    var retval = xml.text("retval");
    if (retval.equals("0")) return done(refund, xml, new Settings(gateway));

    var refusal = refusals.apply(retval);
    return refusal == null
        ? new Doubtful("retval " + TransGet.shortened(retval))
        : new RefundDeclined(refund.operation(), refusal);
  }

  private static ProviderEvent done(Wanted refund, Xml xml, Settings settings) {
    var operation = xml.child("operation");
    if (operation == null || !operation.text("inwmtranid").equals(refund.sale().providersId())) {
      return new Doubtful("refund of another transfer");
    }
    var amount = Told.money(operation.text("amount"), settings);
    return refund.amount().equals(amount)
        ? new RefundApproved(
            refund.operation(), Told.id(operation.attributes().getOrDefault("id", "")))
        : new Doubtful("refunded another amount");
  }
}
