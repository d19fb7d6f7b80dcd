package tollgate;

import java.util.ArrayList;
import tollgate.sandbox.Autoplay;
import tollgate.sandbox.SandboxAccount;
import tollgate.sandbox.SandboxOptions;
import tollgate.sandbox.midtrans.MidtransAccount;
import tollgate.sandbox.mykassa.MykassaAccount;
import tollgate.sandbox.paymaster.PaymasterAccount;
import tollgate.sandbox.paymaster2.Paymaster2Account;
import tollgate.sandbox.qiwi.QiwiAccount;
import tollgate.sandbox.robokassa.RobokassaAccount;
import tollgate.sandbox.touchngo.TouchngoAccount;
import tollgate.sandbox.webmoney.WebmoneyAccount;
import tollgate.sandbox.yookassa.YookassaAccount;
import tollgate.sandbox.yoomoney.YoomoneyAccount;
import tollgate.tenant.Gateway;
import tollgate.tenant.Tenants;

/**
 * The accounts of the simulated providers: for each gateway that is told to call the sandbox, the
 * one it logs in with. So the two cannot disagree.
 */
final class Simulations {

  private Simulations() {}

  static SandboxOptions of(Settings settings, Tenants tenants) {
    var accounts = new ArrayList<SandboxAccount>();
    var sandbox = settings.address() + "/sandbox/";
    for (var gateway : tenants.gateways().values()) {
      if (!gateway.base().toString().startsWith(sandbox)) continue;

      accounts.add(account(gateway, settings.address() + "/callbacks/" + gateway.number()));
    }
    var sandboxSettings = settings.sandbox();
    return new SandboxOptions(
        settings.address(), sandboxSettings.timeScale(), sandboxSettings.limits(), accounts);
  }

  /** {@code callbackUrl}: for providers that know one address for a whole account. */
  private static SandboxAccount account(Gateway gateway, String callbackUrl) {
    return switch (gateway.provider()) {
      case "midtrans" -> midtrans(gateway);
      case "paymaster" -> paymaster(gateway);
      case "mykassa" -> mykassa(gateway, callbackUrl);
      case "paymaster2" -> paymaster2(gateway);
      case "qiwi" -> qiwi(gateway, callbackUrl);
      case "robokassa" -> robokassa(gateway, callbackUrl);
      case "touchngo" -> touchngo(gateway);
      case "webmoney" -> webmoney(gateway);
      case "yookassa" -> yookassa(gateway, callbackUrl);
      case "yoomoney" -> yoomoney(gateway, callbackUrl);
      default -> throw new IllegalStateException("nobody simulates " + gateway.provider());
    };
  }

  /** Every message of ours brings its own address for callbacks, so the accounts need none. */
  private static MidtransAccount midtrans(Gateway gateway) {
    return new MidtransAccount(
        gateway.fields().getOrDefault("merchant_id", "sandbox"),
        gateway.key("server_key").reveal(),
        "",
        true,
        Autoplay.NOBODY);
  }

  private static PaymasterAccount paymaster(Gateway gateway) {
    return new PaymasterAccount(
        gateway.field("merchant_id"),
        gateway.key("secret").reveal(),
        gateway.fields().getOrDefault("hash", "sha256"),
        gateway.field("login"),
        gateway.key("password").reveal(),
        "Demo Taxi",
        Autoplay.NOBODY);
  }

  private static Paymaster2Account paymaster2(Gateway gateway) {
    return new Paymaster2Account(
        gateway.field("merchant_id"), gateway.key("token").reveal(), "Demo Taxi", Autoplay.NOBODY);
  }

  private static QiwiAccount qiwi(Gateway gateway, String callbackUrl) {
    return new QiwiAccount(
        gateway.fields().getOrDefault("site_id", "sandbox-" + gateway.number()),
        "public-" + gateway.number(),
        gateway.key("secret_key").reveal(),
        "Demo Taxi",
        callbackUrl,
        Autoplay.NOBODY);
  }

  private static MykassaAccount mykassa(Gateway gateway, String callbackUrl) {
    var key = gateway.keys().get("api_key");
    var words =
        new MykassaAccount.Words(
            gateway.key("word1").reveal(),
            gateway.key("word2").reveal(),
            key == null ? "" : key.reveal());
    var returns = callbackUrl.replace("/callbacks/", "/returns/");
    return new MykassaAccount(
        gateway.field("shop"),
        gateway.field("flavour").equals("freekassa"),
        words,
        new MykassaAccount.Cabinet("Demo Taxi", callbackUrl, returns),
        Autoplay.NOBODY);
  }

  private static RobokassaAccount robokassa(Gateway gateway, String callbackUrl) {
    var first = gateway.key("password1").reveal();
    var second = gateway.key("password2").reveal();
    var third = gateway.keys().get("password3");
    var returns = callbackUrl.replace("/callbacks/", "/returns/");
    return new RobokassaAccount(
        gateway.field("merchant_login"),
        gateway.field("hash"),
        new RobokassaAccount.Passwords(
            first, second, first, second, third == null ? "" : third.reveal()),
        new RobokassaAccount.Cabinet("Demo Taxi", callbackUrl, returns, returns),
        Autoplay.NOBODY);
  }

  private static YookassaAccount yookassa(Gateway gateway, String callbackUrl) {
    return new YookassaAccount(
        gateway.field("shop_id"),
        gateway.key("secret_key").reveal(),
        "Demo Taxi",
        callbackUrl,
        Autoplay.NOBODY);
  }

  private static YoomoneyAccount yoomoney(Gateway gateway, String callbackUrl) {
    var token = gateway.keys().get("oauth_token");
    return new YoomoneyAccount(
        gateway.field("receiver"),
        gateway.key("notification_secret").reveal(),
        token == null ? "" : token.reveal(),
        callbackUrl,
        Autoplay.NOBODY);
  }

  private static TouchngoAccount touchngo(Gateway gateway) {
    return new TouchngoAccount(
        gateway.field("merchant_code"),
        gateway.key("merchant_key").reveal(),
        "Demo Taxi",
        "",
        Autoplay.NOBODY);
  }

  private static WebmoneyAccount webmoney(Gateway gateway) {
    return new WebmoneyAccount(
        gateway.field("purse"),
        gateway.field("wmid"),
        new WebmoneyAccount.Keys(
            gateway.key("secret_key").reveal(),
            optional(gateway, "x20_key"),
            optional(gateway, "signer_key"),
            gateway.fields().getOrDefault("hash", "").equals("MD5")),
        "Demo Taxi",
        "",
        gateway.fields().getOrDefault("mode", "").equals("test"),
        Autoplay.NOBODY);
  }

  private static String optional(Gateway gateway, String key) {
    var secret = gateway.keys().get(key);
    return secret == null ? "" : secret.reveal();
  }
}
