package tollgate.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import tollgate.json.Json;
import tollgate.tenant.Secret;

/**
 * Takes keys out of whatever is about to be shown. Nothing that is built here has one in it; but
 * what a callback says is shown too, and providers have been seen to send the key along.
 */
record Mask(List<String> hidden) {

  private static final String MARK = "***";

  Mask {
    hidden = List.copyOf(hidden);
  }

  /** The longest first: one key may be a part of another. */
  static Mask of(Collection<Secret> keys) {
    var hidden = new ArrayList<String>();
    for (var key : keys) {
      var value = key.reveal();
      hidden.add(value);
      hidden.add(URLEncoder.encode(value, UTF_8));
      hidden.add(Base64.getEncoder().withoutPadding().encodeToString(value.getBytes(UTF_8)));
    }
    hidden.sort(Comparator.comparingInt(String::length).reversed());
    return new Mask(hidden);
  }

  Json over(Json json) {
    return switch (json) {
      case Json.Str(String text) -> Json.text(over(text));
      case Json.Arr(var items) -> Json.array(items.stream().map(this::over).toList());
      case Json.Obj object -> {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, value) -> members.put(name, over(value)));
        yield Json.Obj.of(members);
      }
      case Json.Num _, Json.Bool _, Json.Null _ -> json;
    };
  }

  private String over(String text) {
    var masked = text;
    for (var each : hidden) masked = masked.replace(each, MARK);
    return masked;
  }
}
