package tollgate.demo;

import java.time.Instant;
import java.util.Map;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;

/**
 * One delivery of a webhook, as it arrived.
 *
 * @param verified whether its signature is the gateway's
 * @param headers those that say something about the delivery
 * @param body the text as received
 * @param customer whom it is about; empty if unknown
 */
record Received(
    Instant at, boolean verified, Map<String, String> headers, String body, String customer) {

  static final String CALLBACK_ID = "X-Tollgate-Callback-Id";
  static final String ATTEMPT = "X-Tollgate-Attempt";

  Json.Obj json() {
    var kept = Json.object();
    headers.forEach((name, value) -> kept.put(name, Json.text(value)));
    return Json.object()
        .put("received_at", at.toString())
        .put("verified", verified)
        .put("attempt", attempt())
        .put("callback_id", headers.getOrDefault(CALLBACK_ID, ""))
        .put("headers", kept.build())
        .put("body", tree())
        .build();
  }

  private long attempt() {
    var text = headers.getOrDefault(ATTEMPT, "");
    return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
  }

  /** Readers want a tree; what is none is shown as the text it is. */
  private Json tree() {
    try {
      return JsonReader.read(body, Limits.MESSAGE);
    } catch (JsonRefused notJson) {
      return Json.text(body);
    }
  }
}
