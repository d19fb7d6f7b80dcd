package tollgate.provider.webmoney;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashMap;
import java.util.Map;
import tollgate.signing.Digest;
import tollgate.tenant.Gateway;

/**
 * What a gateway of WebMoney is told: one purse with its settings at merchant.webmoney.ru, which
 * must say the same.
 */
record Settings(Gateway gateway) {

  static final String PURSE = "purse";
  static final String WMID = "wmid";
  static final String MODE = "mode";
  static final String CHARSET = "charset";
  static final String HASH = "hash";
  static final String FORM_URLS = "form_urls";
  static final String AUTHTYPE = "authtype";
  static final String SIM_MODE = "sim_mode";
  static final String REFUND_TO = "refund_to";
  static final String W3S = "w3s";

  static final String SECRET_KEY = "secret_key";
  static final String X20_KEY = "x20_key";
  static final String SIGNER_KEY = "signer_key";

  /** What a field that may be left out means when it is, and what else it may say. */
  private static final Map<String, Rule> RULES =
      Map.of(
          PURSE, new Rule("", "|[A-Z][0-9]{12}", "must be a letter and 12 digits"),
          WMID, new Rule("", "|[0-9]{12}", "must be 12 digits"),
          MODE, new Rule("work", "work|test", "must be work or test"),
          CHARSET, new Rule("windows-1251", "windows-1251|utf-8", "must be windows-1251 or utf-8"),
          HASH, new Rule("SHA256", "SHA256|MD5", "must be SHA256 or MD5; SIGN is not supported"),
          FORM_URLS, new Rule("yes", "yes|no", "must be yes or no"),
          AUTHTYPE, new Rule("", "|[0-9]{1,3}", "must be the number of a means of payment"),
          SIM_MODE, new Rule("", "|[012]", "must be 0, 1 or 2"),
          REFUND_TO, new Rule("purse", "purse|phone", "must be purse or phone"),
          W3S,
              new Rule(
                  "", "|https?://[^?#]+[^?#/]", "must be an address without a slash after it"));

  private record Rule(String usual, String pattern, String words) {}

  /** Which fields and keys are not as they must be, and what they must be. */
  Map<String, String> mistakes() {
    var mistakes = new LinkedHashMap<String, String>();
    RULES.forEach((name, rule) -> {
      if (!text(name).matches(rule.pattern())) mistakes.put("fields." + name, rule.words());
    });
    if (!text(PURSE).isEmpty() && Unit.of(text(PURSE)).isEmpty()) {
      mistakes.putIfAbsent("fields." + PURSE, "must be a Z, E, R, U, K or B purse");
    }
    if (!text(SIM_MODE).isEmpty() && !isTest()) {
      mistakes.putIfAbsent("fields." + SIM_MODE, "is for mode test only");
    }
    for (var key : gateway.keys().entrySet()) {
      // Its bytes are part of what is hashed, and only ASCII has the same ones in every charset.
      if (!US_ASCII.newEncoder().canEncode(key.getValue().reveal())) {
        mistakes.put("keys." + key.getKey(), "must be ASCII");
      }
    }
    return mistakes;
  }

  String text(String name) {
    var rule = RULES.get(name);
    return gateway.fields().getOrDefault(name, rule == null ? "" : rule.usual());
  }

  String purse() {
    return gateway.field(PURSE);
  }

  String wmid() {
    return gateway.field(WMID);
  }

  Unit unit() {
    return Unit.of(purse())
        .orElseThrow(() -> new IllegalStateException("a purse of no currency: " + purse()));
  }

  boolean isTest() {
    return text(MODE).equals("test");
  }

  /** As messages have it: 0 is real money, 1 is not. */
  String mode() {
    return isTest() ? "1" : "0";
  }

  boolean isUtf8() {
    return text(CHARSET).equals("utf-8");
  }

  /** Pinned here: an attacker must not choose how he is checked. */
  Digest digest() {
    return text(HASH).equals("MD5") ? Digest.MD5 : Digest.SHA256;
  }

  String secret() {
    return gateway.key(SECRET_KEY).reveal();
  }

  /** The address of the merchant pages, without a slash at the end. */
  String base() {
    return gateway.base().toString().replaceFirst("/+$", "");
  }

  /** The address of the interfaces that move money, which at WebMoney is another host. */
  String w3s() {
    return text(W3S).isEmpty() ? base() : text(W3S);
  }
}
