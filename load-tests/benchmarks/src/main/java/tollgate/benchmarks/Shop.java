package tollgate.benchmarks;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import tollgate.provider.Provider;
import tollgate.provider.midtrans.Midtrans;
import tollgate.provider.mykassa.MyKassa;
import tollgate.provider.paymaster.Paymaster;
import tollgate.provider.paymaster2.Paymaster2;
import tollgate.provider.qiwi.Qiwi;
import tollgate.provider.robokassa.Robokassa;
import tollgate.provider.touchngo.TouchnGo;
import tollgate.provider.webmoney.WebMoney;
import tollgate.provider.yookassa.Yookassa;
import tollgate.provider.yoomoney.Yoomoney;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Secret;

/**
 * Whose callback a message is, with the example keys that it was recorded with.
 *
 * @param query of the address that it came to, where that proves something
 * @param meaning what it says at that address; the file says what it does at another
 */
record Shop(Provider provider, Gateway gateway, String query, String meaning) {

  private static final String SITE = "6f1d0c9e-1111-4222-8333-0123456789ab";
  private static final String CODE =
      "e1bdb2485e6967df3558a03371134959358181ae8301b425a510a23785e6a4c1";

  static Shop of(String message) {
    return switch (message.substring(0, message.indexOf('/'))) {
      case "midtrans" ->
          shop(new Midtrans(), Map.of(), Map.of("server_key", "SB-Mid-server-TollgateExample01"));
      case "touchngo", "touchngo-payouts" ->
          shop(
              new TouchnGo(),
              Map.of("merchant_code", "M123456", "trans_provider", "123"),
              Map.of("merchant_key", "tng-key-TollgateExample01"));
      case "robokassa" ->
          shop(
              new Robokassa(),
              Map.of("merchant_login", "tollgate_demo", "hash", "md5"),
              Map.of("password1", "p1-demo-Aa", "password2", "p2-demo-Bb"));
      case "mykassa" -> kassa("mykassa");
      case "freekassa" -> kassa("freekassa");
      case "qiwi" ->
          shop(
              new Qiwi(),
              Map.of("site_id", "demo-site-01"),
              Map.of("secret_key", "qiwi-demo-secret"));
      case "yoomoney" ->
          shop(
              new Yoomoney(),
              Map.of("receiver", "41001111222233", "signature", "auto"),
              Map.of("notification_secret", "ym-demo-secret-0001"));
      case "yookassa" ->
          shop(
              new Yookassa(), Map.of("shop_id", "100500"), Map.of("secret_key", "test_demoKey123"));
      case "paymaster" ->
          shop(
              new Paymaster(),
              Map.of("merchant_id", SITE, "login", "tollgate-api"),
              Map.of("secret", "pm-demo-secret", "password", "p@ss-demo"));
      case "paymaster2" -> paymaster2();
      case "webmoney" ->
          shop(
              new WebMoney(),
              Map.of("purse", "R100200300400", "wmid", "987654321098", "mode", "test"),
              Map.of("secret_key", "Tollgate-Demo-Key-7", "x20_key", "X20-Demo-Key"));
      default -> throw new IllegalArgumentException("nobody's callback: " + message);
    };
  }

  private static Shop kassa(String flavour) {
    return shop(
        new MyKassa(),
        Map.of("shop", "7001", "flavour", flavour),
        Map.of("word1", "mk-word-1", "word2", "mk-word-2"));
  }

  /** Its address is the proof. */
  private static Shop paymaster2() {
    var shop =
        shop(
            new Paymaster2(),
            Map.of("merchant_id", SITE),
            Map.of("token", "pm2-token-TollgateExample01"));
    return new Shop(
        shop.provider,
        shop.gateway,
        "payment=TG-212-1001&code=" + CODE,
        "Doorbell[payment=Id[project=212, operation=1001]]");
  }

  private static Shop shop(
      Provider provider, Map<String, String> fields, Map<String, String> keys) {
    var secrets = new HashMap<String, Secret>();
    keys.forEach((name, key) -> secrets.put(name, new Secret(key)));
    var gateway =
        new Gateway(
            7,
            provider.name(),
            URI.create("https://provider.example"),
            fields,
            secrets,
            GatewayTerms.USUAL);
    return new Shop(provider, gateway, "", "");
  }
}
