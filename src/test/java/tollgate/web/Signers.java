package tollgate.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tollgate.json.Json;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

/** Signs as public programs of merchants do: written again from the protocol, not from our own. */
final class Signers {

  private record Line(String path, String value) {}

  private Signers() {}

  static String sign(Json.Obj message, String order, Secret key) {
    var lines = new ArrayList<Line>();
    walk("", message, lines);
    lines.sort(comparator(order));
    var text = String.join(";", lines.stream().map(it -> it.path() + ":" + it.value()).toList());
    return Hmac.sha512(key).base64(text);
  }

  private static Comparator<Line> comparator(String order) {
    return switch (order) {
      case "natural" -> Comparator.comparing(it -> padded(it.path()));
      case "path bytes" -> Comparator.comparing(Line::path);
      case "line bytes" -> Comparator.comparing(it -> it.path() + ":" + it.value());
      default -> throw new IllegalArgumentException(order);
    };
  }

  /** Numbers of one length sort alike by bytes and by value. */
  private static String padded(String path) {
    var names = new ArrayList<String>();
    for (var name : List.of(path.split(":", -1))) {
      names.add(name.matches("[0-9]+") ? "0".repeat(9 - name.length()) + name : name);
    }
    return String.join(":", names);
  }

  private static void walk(String path, Json value, List<Line> lines) {
    switch (value) {
      case Json.Obj object -> object.members().forEach((n, v) -> walk(path(path, n), v, lines));
      case Json.Arr list -> {
        for (int i = 0; i < list.items().size(); i++) {
          walk(path(path, Integer.toString(i)), list.items().get(i), lines);
        }
      }
      case Json.Str text -> lines.add(new Line(path, text.text()));
      case Json.Num number -> lines.add(new Line(path, number.literal()));
      case Json.Bool bool -> lines.add(new Line(path, bool.value() ? "1" : "0"));
      case Json.Null _ -> lines.add(new Line(path, ""));
    }
  }

  private static String path(String prefix, String name) {
    return prefix.isEmpty() ? name : prefix + ":" + name;
  }
}
