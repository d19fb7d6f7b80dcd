package tollgate.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tollgate.json.Json;

/**
 * An OpenAPI document: written by hand in YAML, in our jar.
 *
 * @param yaml as it was written
 * @param json the same as a tree
 */
public record Document(String yaml, Json.Obj json) {

  /** Parts that are written once and used in many places, of one document. */
  private static final int ALIASES_MAX = 1000;

  /** What the public port promises. */
  public static Document gate() {
    return open("openapi.yaml");
  }

  /** What the admin port promises. */
  public static Document admin() {
    return open("admin.yaml");
  }

  private static Document open(String name) {
    var yaml = text(name);
    return new Document(yaml, (Json.Obj) json(load(yaml)));
  }

  static String text(String name) {
    try (var file = Document.class.getResourceAsStream("/tollgate/docs/" + name)) {
      if (file == null) throw new IllegalStateException("not in our jar: " + name);
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Object load(String yaml) {
    var options = new LoaderOptions();
    options.setMaxAliasesForCollections(ALIASES_MAX);
    return new Yaml(new SafeConstructor(options)).load(yaml);
  }

  private static Json json(@Nullable Object value) {
    return switch (value) {
      case null -> Json.Null.NULL;
      case Map<?, ?> map -> {
        var members = new LinkedHashMap<String, Json>();
        map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
        yield Json.Obj.of(members);
      }
      case List<?> list -> Json.array(list.stream().map(Document::json).toList());
      case Boolean bool -> Json.bool(bool);
      case Number number -> new Json.Num(number.toString());
      default -> Json.text(value.toString());
    };
  }
}
