package tollgate.docs;

import java.util.stream.Collectors;
import tollgate.json.Json;

/** An example as a person would write it: a line for each member of the message. */
final class Pretty {

  private Pretty() {}

  static String of(Json example) {
    if (!(example instanceof Json.Obj message)) return spaced(example);

    return message.members().entrySet().stream()
        .map(it -> Json.text(it.getKey()).encode() + ": " + spaced(it.getValue()))
        .collect(Collectors.joining(",\n ", "{", "}"));
  }

  private static String spaced(Json value) {
    return switch (value) {
      case Json.Obj object ->
          object.members().entrySet().stream()
              .map(it -> Json.text(it.getKey()).encode() + ": " + spaced(it.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Json.Arr list ->
          list.items().stream().map(Pretty::spaced).collect(Collectors.joining(", ", "[", "]"));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> value.encode();
    };
  }
}
