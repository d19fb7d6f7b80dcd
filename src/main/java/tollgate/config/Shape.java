package tollgate.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tollgate.json.Json;

/**
 * JSON of what is written, by the type that it is for: a flag is true or false and a number a
 * number, in YAML's {@code on: true} as well as in a request's {@code "on": "true"}. Only for what
 * has been read without a mistake. Members come in the order of the record's, keys of maps in their
 * own.
 */
final class Shape {

  private Shape() {}

  static Json.Obj object(Class<? extends Record> type, Written.Members written) {
    var members = new LinkedHashMap<String, Json>();
    for (var component : type.getRecordComponents()) {
      var member = written.members().get(component.getName());
      if (member == null || member instanceof Written.Nothing) continue;
      members.put(component.getName(), json(component.getGenericType(), member));
    }
    return Json.Obj.of(members);
  }

  private static Json json(Type type, Written written) {
    return switch (written) {
      case Written.Text text -> scalar(type, text.text());
      case Written.Nothing _ -> Json.Null.NULL;
      case Written.Items list -> {
        var item = argument(type, 0);
        yield Json.array(list.items().stream().map(each -> json(item, each)).toList());
      }
      case Written.Members members -> members(type, members);
    };
  }

  private static Json members(Type type, Written.Members members) {
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return object(plain.asSubclass(Record.class), members);
    }
    var value = argument(type, 1);
    Map<String, Json> all = new TreeMap<>();
    members.members().forEach((name, each) -> all.put(name, json(value, each)));
    return Json.Obj.of(all);
  }

  private static Json scalar(Type type, String text) {
    if (type == boolean.class) return Json.bool(text.equals("true"));
    if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
      return Json.number(Long.parseLong(text.replace("_", "")));
    }
    return Json.text(text);
  }

  private static Type argument(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : String.class;
  }
}
