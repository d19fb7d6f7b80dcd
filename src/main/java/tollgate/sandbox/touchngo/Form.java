package tollgate.sandbox.touchngo;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A message of this provider: fields by name, none twice, none empty (§1). */
record Form(SortedMap<String, String> fields) {

  static final String SIGNATURE = "Signature";

  private static final int FIELDS_MAX = 40;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,31}");
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1f\\x7f]");

  static Form empty() {
    return new Form(new TreeMap<>());
  }

  /** Empty if it breaks the rules that hold for every message. */
  static Optional<Form> read(MultiMap sent) {
    var form = empty();
    for (var field : sent) {
      var isNew = form.fields.put(field.getKey(), field.getValue()) == null;
      if (!isNew || !isWellFormed(field)) return Optional.empty();
    }
    if (form.fields.isEmpty() || form.fields.size() > FIELDS_MAX) return Optional.empty();

    form.fields.values().removeIf(String::isEmpty);
    return Optional.of(form);
  }

  private static boolean isWellFormed(Map.Entry<String, String> field) {
    return NAME.matcher(field.getKey()).matches() && !CONTROL.matcher(field.getValue()).find();
  }

  /** The value of a field; empty text if it is absent. */
  String get(String name) {
    return fields.getOrDefault(name, "");
  }

  /** Adds a field; an empty value is as good as none. */
  Form with(String name, String value) {
    var more = new TreeMap<>(fields);
    if (!value.isEmpty()) more.put(name, value);
    return new Form(more);
  }

  String encoded() {
    var text = new StringBuilder();
    fields.forEach((name, value) -> {
      if (!text.isEmpty()) text.append('&');
      text.append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    });
    return text.toString();
  }
}
