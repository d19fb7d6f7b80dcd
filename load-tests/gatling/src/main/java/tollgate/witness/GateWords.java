package tollgate.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests of the Gate API, signed; what is signed stands in the order of the paths. */
final class GateWords {

  private static final String PROJECT = "210";
  private static final SecretKeySpec SECRET =
      new SecretKeySpec("demo-secret-210".getBytes(UTF_8), "HmacSHA512");

  private final String hook;

  GateWords(String hook) {
    this.hook = hook;
  }

  /** A payment of 10.00 MYR to the merchant. */
  String sale(String id) {
    var lines =
        "customer:id:load;customer:ip_address:127.0.0.1;general:merchant_callback_url:"
            + (hook + ";general:payment_id:" + id + ";general:project_id:" + PROJECT)
            + ";payment:amount:1000;payment:currency:MYR;return_url:success:http://127.0.0.1/done";
    return """
        {"general":{"project_id":%s,"payment_id":"%s","merchant_callback_url":"%s","signature":"%s"},
         "payment":{"amount":1000,"currency":"MYR"},
         "customer":{"id":"load","ip_address":"127.0.0.1"},
         "return_url":{"success":"http://127.0.0.1/done"}}"""
        .formatted(PROJECT, id, hook, signature(lines));
  }

  String status(String id) {
    return """
        {"general":{"project_id":%s,"payment_id":"%s","signature":"%s"}}"""
        .formatted(
            PROJECT, id, signature("general:payment_id:" + id + ";general:project_id:" + PROJECT));
  }

  /** A Mac of its own each time: simulations run on many threads. */
  private static String signature(String lines) {
    try {
      var mac = Mac.getInstance("HmacSHA512");
      mac.init(SECRET);
      return Base64.getEncoder().encodeToString(mac.doFinal(lines.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
