package tollgate.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.Details;
import tollgate.payment.Details.Returns;
import tollgate.payment.Details.Webhooks;

/** Details of a payment, which are read only as a whole, as one JSON text. */
final class DetailsText {

  /** A request of 64 KiB may grow by escaping when it is written again. */
  private static final Limits STORED = new Limits(512 * 1024, 8, 256 * 1024, 20);

  private DetailsText() {}

  static String write(Details details) {
    var person = Json.object();
    details.person().forEach(person::put);
    var json = Json.object();
    if (details.invoice() != null) json.put("invoice", InvoiceText.json(details.invoice()));
    return json.put("description", details.description())
        .put("extra", orNull(details.extraParam()))
        .put("success", details.returns().success())
        .put("decline", orNull(details.returns().decline()))
        .put("back", orNull(details.returns().back()))
        .put("url", orNull(details.webhooks().url()))
        .put("delay", details.webhooks().delaySeconds())
        .put("off", details.webhooks().finalOff())
        .put("person", person.build())
        .build()
        .encode();
  }

  static Details read(String text) {
    var json = object(text);
    return new Details(
        required(json, "description"),
        optional(json, "extra"),
        new Returns(required(json, "success"), optional(json, "decline"), optional(json, "back")),
        new Webhooks(
            optional(json, "url"),
            json.member("delay") instanceof Json.Num delay ? (int) delay.longValue() : 0,
            json.member("off") instanceof Json.Bool(boolean off) && off),
        texts(json, "person"),
        InvoiceText.read(json.member("invoice")));
  }

  static Json.Obj object(String text) {
    try {
      if (JsonReader.read(text, STORED) instanceof Json.Obj object) return object;
    } catch (JsonRefused refused) {
      throw new IllegalStateException("stored JSON does not read", refused);
    }
    throw new IllegalStateException("stored JSON is no object");
  }

  static Json orNull(@Nullable String text) {
    return text == null ? Json.Null.NULL : Json.text(text);
  }

  static String required(Json.Obj json, String name) {
    if (json.member(name) instanceof Json.Str value) return value.text();

    throw new IllegalStateException("stored JSON lacks " + name);
  }

  static @Nullable String optional(Json.Obj json, String name) {
    return json.member(name) instanceof Json.Str value ? value.text() : null;
  }

  static Map<String, String> texts(Json.Obj json, String name) {
    return json.member(name) instanceof Json.Obj members ? texts(members) : Map.of();
  }

  private static Map<String, String> texts(Json.Obj json) {
    var texts = new LinkedHashMap<String, String>();
    json.members()
        .forEach((key, value) -> texts.put(key, value instanceof Json.Str s ? s.text() : ""));
    return texts;
  }

  /** Of an object that has nothing but texts. */
  static Map<String, String> texts(String json) {
    return texts(object(json));
  }
}
