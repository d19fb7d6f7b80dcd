package tollgate.docs;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import tollgate.json.Json;

/**
 * The type of a value in a few words, with links to those that have a name. Of null nothing is
 * said: it counts as absent wherever it is allowed.
 */
final class Types {

  private static final String SCHEMAS = "#/components/schemas/";
  private static final List<String> RULES =
      List.of("minimum", "maximum", "minLength", "maxLength", "pattern", "default");

  private final Json.Obj document;

  Types(Json.Obj document) {
    this.document = document;
  }

  /** What a reference leads to; the value itself when it is none. */
  Json.Obj followed(Json.Obj value) {
    var reference = value.text("$ref");
    if (reference == null) return value;

    return Page.object(document.at(reference.substring(2).split("/", -1)));
  }

  /** Markup. */
  String of(Json.Obj schema) {
    var reference = schema.text("$ref");
    if (reference != null) return link(reference);
    if (schema.member("oneOf") instanceof Json.Arr either) {
      return either.items().stream().map(it -> of(Page.object(it))).collect(joined());
    }
    if (schema.member("enum") instanceof Json.Arr values) {
      return values.items().stream()
          .filter(value -> value != Json.Null.NULL)
          .map(Types::value)
          .collect(joined());
    }
    var only = schema.member("const");
    if (only != null) return value(only);
    if (schema.member("items") instanceof Json.Obj item) return "list of " + of(item);
    if (schema.member("additionalProperties") instanceof Json.Obj each) {
      return "object, each " + of(each);
    }
    return words(schema);
  }

  private static String words(Json.Obj schema) {
    var names =
        switch (schema.member("type")) {
          case Json.Str name -> name.text();
          case Json.Arr all ->
              all.items().stream()
                  .map(it -> ((Json.Str) it).text())
                  .filter(name -> !name.equals("null"))
                  .collect(Collectors.joining(" or "));
          case null, default -> "anything";
        };
    return Html.escaped(names) + rules(schema);
  }

  private static String rules(Json.Obj schema) {
    var rules = new StringBuilder();
    for (var name : RULES) {
      var rule = schema.member(name);
      if (rule != null) rules.append(", ").append(named(name)).append(' ').append(value(rule));
    }
    return rules.toString();
  }

  private static String named(String rule) {
    return switch (rule) {
      case "minimum" -> "at least";
      case "maximum" -> "at most";
      case "minLength" -> "characters at least";
      case "maxLength" -> "characters at most";
      case "pattern" -> "like";
      default -> rule;
    };
  }

  private static String value(Json value) {
    var text = value instanceof Json.Str word ? word.text() : value.encode();
    return "<code>" + Html.escaped(text.isEmpty() ? "\"\"" : text) + "</code>";
  }

  private static String link(String reference) {
    var name = Html.escaped(reference.substring(SCHEMAS.length()));
    return "<a href=\"#type-" + name + "\">" + name + "</a>";
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" <i>or</i> ");
  }
}
