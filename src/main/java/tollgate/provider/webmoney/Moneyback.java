package tollgate.provider.webmoney;

import static tollgate.payment.Code.ACQUIRER_BALANCE_SHORT;
import static tollgate.payment.Code.CREDITING_BLOCKED;
import static tollgate.payment.Code.NOT_FOUND;
import static tollgate.payment.Code.REFUND_UNAVAILABLE;
import static tollgate.payment.Code.WRONG_ACCOUNT_DATA;
import static tollgate.provider.webmoney.TransGet.tag;

import java.util.Map;
import tollgate.payment.Code;
import tollgate.payment.Payer;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.provider.Xml;
import tollgate.tenant.Gateway;

/**
 * The way back of a payment, free of a fee: interface X14 (section 9).
 *
 * <p>Each request has a number {@code reqn}, which for one WMID must grow. Ours is the serial of
 * the refund, made of the time when it was opened: the same on every repeat, of no other refund,
 * and growing over all nodes as well as their clocks agree. What is sent out of turn all the same,
 * for it waited while a younger one went out, is refused by WebMoney: it moves nothing, and stays
 * in doubt until a person has looked. A new number would end that, and might give the money twice:
 * the refusal of a number looks the same whether or not it was executed before.
 */
final class Moneyback implements Refunds {

  /**
   * What surely did not move money. Another amount than is left (52) may be what a repeat hears
   * after the first was done, and so may a number that was used (103): these decide nothing.
   */
  private static final Map<String, Code> REFUSALS =
      Map.of(
          "17", ACQUIRER_BALANCE_SHORT,
          "50", NOT_FOUND,
          "51", CREDITING_BLOCKED,
          "53", REFUND_UNAVAILABLE,
          "54", WRONG_ACCOUNT_DATA);

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

  @Override
  public ProviderEvent read(Wanted refund, Gateway gateway, Reply reply) {
    var xml = reply.status() == 200 ? Xml.read(reply.body()) : null;
    if (xml == null || !xml.name().equals("w3s.response")) {
      return new Doubtful("HTTP " + reply.status() + ", no answer of X14");
    }
    if (!xml.text("reqn").equals(reqn(refund))) return new Doubtful("about another refund");

    var retval = xml.text("retval");
    if (retval.equals("0")) return done(refund, xml, new Settings(gateway));

    var refusal = REFUSALS.get(retval);
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
