package tollgate.judges;

import tollgate.json.Json;

/** The public SDK of the Gate in JavaScript, npm {@code ecommpay} 0.1.7. */
record PublicSdk(Judge judge) {

  /** Who must sit before. */
  static Judge sitting() {
    return Judge.named("ecommpay");
  }

  /** What its Callback class says of a webhook, byte for byte as it came. */
  Json.Obj read(String webhook, String secret) {
    return judge.ask(Json.object().put("callback", webhook).put("secret", secret).build());
  }

  String sign(Json.Obj message, String secret) {
    var asked = Json.object().put("sign", message).put("secret", secret).build();
    return judge.ask(asked).text("signature");
  }

  /** The address of a Payment Page, with the parameters named as the SDK names them. */
  String page(Json.Obj parameters, String url) {
    var asked =
        Json.object()
            .put("page", parameters)
            .put("project", "210")
            .put("secret", "demo-secret-210")
            .put("url", url);
    return judge.ask(asked.build()).text("url");
  }
}
