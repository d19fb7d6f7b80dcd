package tollgate.sandbox.webmoney;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tollgate.sandbox.Playground;

/** A shop and its customer, as WebMoney meets them. */
final class WmCalls implements AutoCloseable {

  static final String PATH = "/sandbox/webmoney";
  static final String PHONE = "380501112233";

  final Playground ground = new Playground();

  /** The form of a shop, signed; {@code changed} comes last. */
  Map<String, String> form(String no, Map<String, String> changed) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_PAYEE_PURSE", "R100200300400");
    fields.put("LMI_PAYMENT_AMOUNT", "150.00");
    fields.put("LMI_PAYMENT_NO", no);
    fields.put("LMI_PAYMENT_DESC", "Taxi");
    fields.put("LMI_SUCCESS_URL", "http://shop.example/done");
    fields.put("LMI_SUCCESS_METHOD", "1");
    fields.put("LMI_FAIL_URL", "http://shop.example/failed");
    fields.put("ours", "a b");
    fields.putAll(changed);
    var text =
        fields.get("LMI_PAYEE_PURSE")
            + (";" + fields.get("LMI_PAYMENT_AMOUNT"))
            + (";" + fields.get("LMI_PAYMENT_NO") + ";X20-Demo-Key;");
    fields.putIfAbsent("LMI_PAYMENTFORM_SIGN", WmHash.hex("SHA-256", text));
    return fields;
  }

  /** The form is posted; the address of the customer's page comes back. */
  String arrives(String no, Map<String, String> changed) {
    var answer = ground.form(PATH + "/lmi/payment_utf.asp", form(no, changed));
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** The shop agrees to be paid. */
  void agrees() {
    ground.merchant.answers(200, "YES", "");
  }

  String page(String page) {
    return ground.get(page).body();
  }

  /** The page that a button leads to. */
  String press(String page, String button, Map<String, String> fields) {
    var answer = ground.form(page + "/" + button, fields);
    var to = answer.headers().firstValue("Location");
    return to.isPresent() ? page(to.get()) : answer.body();
  }

  String code(int latest) {
    var sms = ground.json(PATH + "/sim/sms?phone=" + PHONE).getJsonArray("sms");
    return sms.getJsonObject(latest).getString("code");
  }

  String wrongCode() {
    return code(0).equals("0000") ? "1111" : "0000";
  }

  HttpResponse<String> xml(String path, String body) {
    return ground.post(PATH + path, body, "Content-Type", "text/xml");
  }

  Map<String, String> told(String what) {
    try {
      return ground.merchant.next(what).form();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** The answers to a question and to a notification. */
  Map<String, String> paid(String no, Map<String, String> changed) {
    var page = arrives(no, changed);
    agrees();
    press(page, "keeper", Map.of());
    told("prerequest");
    return told("notification");
  }

  @Override
  public void close() {
    ground.close();
  }
}
