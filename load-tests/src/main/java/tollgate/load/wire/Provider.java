package tollgate.load.wire;

import static tollgate.load.wire.Message.member;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Touch'n Go's provider towards the gateway, played by the generator, and the customer at its
 * sandbox where the provider must do work of its own.
 */
public final class Provider {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String DATE = "2026-03-01T02:01:30Z";

  /** Of sixteen digits; one series for a whole run, for no provider names two payments alike. */
  private static final long FIRST_TRANS_ID = 1_000_000_000_000_000L;

  private final Wire wire;
  private final Signer signer;
  private final String path;
  private long told;

  public Provider(Wire wire, Signer signer, long gateway) {
    this.wire = wire;
    this.signer = signer;
    path = "/callbacks/" + gateway;
  }

  /**
   * The callback that says a redirected payment is paid, signed as section 2 of the protocol wants
   * it. The payment is read from the redirect data in a webhook or a status answer.
   */
  public Buffer paid(String redirected) {
    var merchant = member(redirected, "\"MerchantCode\":\"");
    var reference = member(redirected, "\"TransNum\":\"");
    var amount = member(redirected, "\"Amount\":\"");
    var transId = "LT" + (FIRST_TRANS_ID + ++told);
    var canonical =
        "callback\n"
            + (line("Amount", amount) + "Code=2:00\nCurrency=3:MYR\n")
            + (line("MerchantCode", merchant) + "Message=4:Paid\nStatus=7:SUCCESS\n")
            + (line("TransDate", DATE) + line("TransId", transId) + line("TransNum", reference));
    var form =
        ("MerchantCode=" + merchant + "&TransNum=" + reference + "&Currency=MYR&Amount=" + amount)
            + ("&Status=SUCCESS&Code=00&Message=Paid&TransId=" + transId)
            + ("&TransDate=2026-03-01T02%3A01%3A30Z&Signature=" + signer.provider(canonical));
    return wire.post(path, FORM, form);
  }

  private static String line(String name, String ascii) {
    return name + "=" + ascii.length() + ":" + ascii + "\n";
  }

  /** As a provider that is busy has them: so many connections before the first callback. */
  public Future<Void> connect(int many) {
    return wire.connect(many);
  }

  /** Sends a callback; its answer comes after the commit. */
  public Future<Message> tell(Buffer callback) {
    return wire.send(callback);
  }

  /** What the customer's browser does with the redirect data, and then pays at the sandbox. */
  public Future<Message> playCustomer(String webhook) {
    var redirect = new JsonObject(webhook).getJsonObject("redirect_data");
    var fields = redirect.getJsonObject("body");
    var transNum = fields.getString("TransNum");
    var there = URI.create(redirect.getString("url")).getPath();
    var pay = "/sandbox/touchngo/play/" + transNum + "?action=pay";
    return wire.send(wire.post(there, FORM, form(fields)))
        .compose(_ -> wire.send(wire.post(pay, FORM, "")));
  }

  private static String form(JsonObject fields) {
    return fields.stream()
        .map(field -> encode(field.getKey()) + "=" + encode(String.valueOf(field.getValue())))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
