package tollgate.sandbox.webmoney;

import static tollgate.sandbox.webmoney.WmXml.tag;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Strikes;
import tollgate.sandbox.webmoney.WmPayment.Stage;

/** X18: what became of a payment (§8). */
final class TransGetApi {

  private static final String NOT_PAID = "7";
  private static final String MALFORMED = "-1";
  private static final String BAD_SIGN = "-2";

  private final PayRules rules;
  private final WmBook book;
  private final Strikes strikes = new Strikes();

  TransGetApi(PayRules rules, WmBook book) {
    this.rules = rules;
    this.book = book;
  }

  void mount(Router router) {
    router.post("/conf/xml/XMLTransGet.asp").handler(this::ask);
  }

  private void ask(RoutingContext call) {
    var asked = WmXml.read(call, "merchant.request");
    var purse = asked.map(xml -> xml.get("lmi_payee_purse")).flatMap(rules::purse);
    if (asked.isEmpty() || purse.isEmpty()) {
      WmXml.send(call, refused(MALFORMED));
      return;
    }
    var account = purse.get();
    if (!isBy(account, asked.get())) {
      WmXml.send(call, refused(BAD_SIGN));
      return;
    }
    answer(call, find(account, asked.get()));
  }

  private void answer(RoutingContext call, Optional<WmPayment> found) {
    if (found.filter(this::isTroubled).isPresent()) {
      var status = (int) found.get().order().faults().value(Fault.STATUS_ERROR);
      call.response().setStatusCode(status).end();
      return;
    }
    WmXml.send(
        call,
        found
            .filter(kept -> kept.stage() == Stage.PAID)
            .map(TransGetApi::told)
            .orElse(refused(NOT_PAID)));
  }

  private boolean isTroubled(WmPayment kept) {
    var faults = kept.order().faults();
    return faults.has(Fault.STATUS_ERROR) && faults.hits(strikes.next(kept.id()));
  }

  /** By any of the three authenticators that do not need WMSigner. */
  private static boolean isBy(WebmoneyAccount account, WmXml xml) {
    var text =
        xml.get("wmid") + account.purse() + xml.get("lmi_payment_no") + account.keys().secret();
    return xml.get("wmid").equals(account.wmid())
        && (WmHash.same(xml.get("sha256"), WmHash.hex("SHA-256", text))
            || WmHash.same(xml.get("md5"), WmHash.hex("MD5", text))
            || xml.get("secret_key").equals(account.keys().secret()));
  }

  private Optional<WmPayment> find(WebmoneyAccount account, WmXml xml) {
    var number = xml.get("lmi_payment_no");
    var type = xml.get("lmi_payment_no_type");
    var ours = book.memory().byKey(WmPayment.key(account, number));
    if (type.equals("1") || (type.equals("0") && ours.isPresent())) return ours;

    return book
        .memory()
        .latest(
            kept ->
                kept.order().account().equals(account)
                    && kept.hasMovedMoney()
                    && (type.equals("2") ? WmMessages.invoice(kept) : kept.state().trans())
                        .equals(number),
            1)
        .stream()
        .findFirst();
  }

  private static String told(WmPayment kept) {
    var payer = kept.payer().orElseThrow();
    var phone = payer.phone().isEmpty() ? "null" : payer.phone();
    var operation =
        tag("amount", kept.order().amount())
            + tag("operdate", WmMessages.time(kept.state().since()))
            + tag("purpose", WmXml.escaped(kept.order().form().description()))
            + tag("pursefrom", payer.purse())
            + tag("wmidfrom", payer.wmid())
            + tag("capitallerflag", "0")
            + tag("enumflag", "0")
            + tag("IPAddress", "192.0.2.7")
            + tag("telepat_phone", phone)
            + tag("telepat_paytype", payer.phone().isEmpty() ? "null" : "0")
            + tag("cashier_amount", "-1");
    var ids =
        " wmtransid=\"" + kept.state().trans() + "\" wminvoiceid=\"" + WmMessages.invoice(kept);
    return tag(
        "merchant.response",
        "<operation" + ids + "\">" + operation + "</operation>" + tag("retval", "0"));
  }

  private static String refused(String retval) {
    return tag("merchant.response", tag("retval", retval) + tag("retdesc", ""));
  }
}
