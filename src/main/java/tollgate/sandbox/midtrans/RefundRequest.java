package tollgate.sandbox.midtrans;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads and checks the body of a refund (8.1 to 8.3). */
final class RefundRequest {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
  private static final int REASON_LENGTH_MAX = 255;

  private final JsonObject body;
  private final String key;
  private final List<String> problems = new ArrayList<>();

  RefundRequest(JsonObject body) {
    this.body = body;
    // Without one Midtrans makes its own, and a repeat becomes a second refund.
    this.key = body.getValue("refund_key") == null ? UUID.randomUUID().toString() : given();
    if (!KEY.matcher(key).matches()) problems.add("refund_key is not valid");
    if (body.getValue("amount") != null && ChargeRequest.whole(body.getValue("amount")).isEmpty()) {
      problems.add("amount is not a number");
    }
    if (reason().length() > REASON_LENGTH_MAX) problems.add("reason is too long");
  }

  private String given() {
    return body.getValue("refund_key") instanceof String text ? text : "";
  }

  List<String> problems() {
    return problems;
  }

  String key() {
    return key;
  }

  /** In rupiah; without one, the whole transaction (8.2). */
  long amount(GopayTransaction gopay) {
    return ChargeRequest.whole(body.getValue("amount")).orElse(gopay.order().grossAmount());
  }

  String reason() {
    return body.getValue("reason") instanceof String text ? text : "";
  }
}
