package tollgate.sandbox.webmoney;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Spoil;

/** What WebMoney tells the shop, by itself and through the browser (§4 to §6). */
final class WmMessages {

  /** Moscow, all year. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.ofHours(3));

  private WmMessages() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  /** The question before the payment; without a single field where the shop asked for that. */
  static String prerequest(WmPayment kept, WmPayer payer) {
    if (kept.order().faults().has(Fault.BARE)) return "";

    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_PREREQUEST", "1");
    addOrder(fields, kept);
    addPayer(fields, payer);
    return encoded(fields, kept);
  }

  static String notification(WmPayment kept, Spoil spoil) {
    var fields = new LinkedHashMap<String, String>();
    addOrder(fields, kept);
    if (kept.order().isHeld()) fields.put("LMI_HOLD", kept.order().form().get("LMI_HOLD"));
    addTransfer(fields, kept);
    kept.payer().ifPresent(payer -> addPayer(fields, payer));
    fields.put("LMI_SECRET_KEY", "");
    if (spoil == Spoil.AMOUNT) fields.put("LMI_PAYMENT_AMOUNT", "1.01");
    if (kept.order().faults().has(Fault.MODE_FLIP)) {
      fields.put("LMI_MODE", kept.order().account().test() ? "0" : "1");
    }
    WmHash.sign(fields, kept.order().account().keys());
    if (spoil == Spoil.SIGNATURE) {
      fields.put("LMI_HASH", "0".repeat(64));
      fields.put("LMI_HASH2", "0".repeat(64));
    }
    var text = encoded(fields, kept);
    return spoil == Spoil.GARBAGE ? text.substring(0, 60) + "%zz" : text;
  }

  /** Unsigned, and without the purse of the shop (§5.4). */
  static String failure(WmPayment kept) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_FAILREQUEST", "1");
    addOrder(fields, kept);
    fields.remove("LMI_PAYEE_PURSE");
    kept.payer().ifPresent(payer -> addPayer(fields, payer));
    fields.put("LMI_ERR", kept.state().why());
    return encoded(fields, kept);
  }

  /** What the browser brings back: unsigned (§6). */
  static Map<String, String> back(WmPayment kept) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_PAYMENT_NO", kept.order().no());
    addTransfer(fields, kept);
    fields.put("LMI_LANG", "en-US");
    kept.payer()
        .filter(payer -> !payer.phone().isEmpty())
        .ifPresent(payer -> addPhone(fields, payer));
    fields.putAll(kept.order().form().custom());
    return fields;
  }

  private static void addOrder(Map<String, String> fields, WmPayment kept) {
    var account = kept.order().account();
    fields.put("LMI_MODE", account.test() ? "1" : "0");
    fields.put("LMI_PAYEE_PURSE", account.purse());
    fields.put("LMI_PAYMENT_AMOUNT", kept.order().amount());
    fields.put("LMI_PAYMENT_NO", kept.order().no());
    fields.put("LMI_PAYMENT_DESC", kept.order().form().description());
    fields.put("LMI_LANG", "en-US");
    fields.put("LMI_DBLCHK", "SMS");
    if (kept.order().faults().has(Fault.EXTRA)) fields.put("LMI_NOVELTY", "since 2030");
  }

  private static void addTransfer(Map<String, String> fields, WmPayment kept) {
    var isPaid = kept.hasMovedMoney();
    fields.put("LMI_SYS_INVS_NO", isPaid ? invoice(kept) : "");
    fields.put("LMI_SYS_TRANS_NO", kept.state().trans());
    fields.put("LMI_SYS_TRANS_DATE", isPaid ? time(kept.state().since()) : "");
  }

  static String invoice(WmPayment kept) {
    return Long.toString(500_000 + kept.number());
  }

  private static void addPayer(Map<String, String> fields, WmPayer payer) {
    fields.put("LMI_PAYER_PURSE", payer.purse());
    fields.put("LMI_PAYER_WM", payer.wmid());
    fields.put("LMI_PAYER_COUNTRYID", " ");
    fields.put("LMI_PAYER_IP", "192.0.2.7");
    addPhone(fields, payer);
  }

  private static void addPhone(Map<String, String> fields, WmPayer payer) {
    fields.put("LMI_TELEPAT_PHONENUMBER", payer.phone());
    fields.put("LMI_TELEPAT_ORDERID", payer.order());
  }

  private static String encoded(Map<String, String> fields, WmPayment kept) {
    fields.putAll(kept.order().form().custom());
    return WmForm.encoded(fields, charset(kept));
  }

  private static Charset charset(WmPayment kept) {
    var own = kept.order().charset();
    if (!kept.order().faults().has(Fault.OTHER_CHARSET)) return own;

    return own.equals(StandardCharsets.UTF_8) ? WmForm.WINDOWS_1251 : StandardCharsets.UTF_8;
  }
}
