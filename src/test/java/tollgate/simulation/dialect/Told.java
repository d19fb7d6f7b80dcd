package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.payment.RedirectData;
import tollgate.provider.Form;
import tollgate.provider.Request;

/** What reached a provider: fields of a form, or a message with its address. */
public record Told(Map<String, String> fields, String url, String body) {

  /** By our own call. */
  public static Told by(Request request) {
    return new Told(Map.of(), request.url(), request.body());
  }

  /** By the browser of a customer. */
  public static Told by(RedirectData to) {
    var query = to.url().indexOf('?');
    if (query < 0 || !to.fields().isEmpty()) return new Told(to.fields(), to.url(), "");

    return new Told(form(to.url().substring(query + 1)), to.url(), "");
  }

  static Map<String, String> form(String text) {
    return Objects.requireNonNull(Form.read(text.getBytes(UTF_8), UTF_8), text).fields();
  }

  String field(String name) {
    return Objects.requireNonNull(fields.get(name), name);
  }

  /** The text or number down there in the body. */
  String at(String... path) {
    try {
      var json = (Json.Obj) JsonReader.read(body.getBytes(UTF_8), Limits.MESSAGE);
      return switch (json.at(path)) {
        case Json.Str text -> text.text();
        case Json.Num number -> number.literal();
        case null -> throw new IllegalArgumentException("nothing there: " + body);
        case Json.Obj _, Json.Arr _, Json.Bool _, Json.Null _ ->
            throw new IllegalArgumentException(
                "nothing at " + String.join(".", path) + ": " + body);
      };
    } catch (JsonRefused refused) {
      throw new IllegalArgumentException(body, refused);
    }
  }
}
