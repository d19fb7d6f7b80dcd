package tollgate.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.json.Json;

/** What somebody wrote in a file of settings, with the place where they did. */
public sealed interface Written {

  /** File and line, for the one who must correct it. */
  String where();

  /** One value, as text: what it means depends on the setting. It may be a secret. */
  record Text(String text, String where) implements Written {
    @Override
    public String toString() {
      return "text at " + where;
    }
  }

  /** A name with nothing behind it. */
  record Nothing(String where) implements Written {}

  record Items(List<Written> items, String where) implements Written {
    public Items {
      items = List.copyOf(items);
    }

    /** The same with one item replaced, or added at the end. */
    Items with(int index, Written value) {
      var all = new ArrayList<>(items);
      if (index < all.size()) all.set(index, value);
      if (index == all.size()) all.add(value);
      return new Items(all, where);
    }
  }

  record Members(Map<String, Written> members, String where) implements Written {

    public static final Members NONE = new Members(Map.of(), "");

    /** This file under a later one: sections are laid over each other, all else is replaced. */
    public Members under(Members later) {
      var all = new LinkedHashMap<>(members);
      later.members.forEach(
          (name, written) -> all.merge(name, written, (mine, theirs) -> over(mine, theirs)));
      return new Members(all, where);
    }

    public Members only(String name) {
      var written = members.get(name);
      return new Members(written == null ? Map.of() : Map.of(name, written), where);
    }

    public Members without(String... names) {
      var rest = new LinkedHashMap<>(members);
      for (var name : names) rest.remove(name);
      return new Members(rest, where);
    }

    public Members with(String name, Written value) {
      var all = new LinkedHashMap<>(members);
      all.put(name, value);
      return new Members(all, where);
    }

    /** The section of that name; an empty one where there is none. */
    public Members section(String name) {
      return members.get(name) instanceof Members section ? section : NONE;
    }

    /** The same with the value down a path put in, sections made on the way. */
    public Members with(List<String> path, Written value) {
      if (path.size() == 1) return with(path.getFirst(), value);

      var rest = path.subList(1, path.size());
      return switch (members.get(path.getFirst())) {
        case Members section -> with(path.getFirst(), section.with(rest, value));
        case Items list when rest.size() == 1 ->
            with(path.getFirst(), list.with(Integer.parseInt(rest.getFirst()), value));
        case Items _, Text _, Nothing _ -> this;
        case null -> with(path.getFirst(), made(rest, value));
      };
    }

    private static Written made(List<String> rest, Written value) {
      var isFirstOfList = rest.size() == 1 && rest.getFirst().equals("0");
      return isFirstOfList ? new Items(List.of(value), value.where()) : NONE.with(rest, value);
    }

    private static Written over(Written mine, Written theirs) {
      return mine instanceof Members below && theirs instanceof Members above
          ? below.under(above)
          : theirs;
    }
  }

  /** A JSON value as if it had been written there. */
  static Written of(@Nullable Json json, String where) {
    return switch (json) {
      case null -> new Nothing(where);
      case Json.Null _ -> new Nothing(where);
      case Json.Str text -> new Text(text.text(), where);
      case Json.Num number -> new Text(number.literal(), where);
      case Json.Bool bool -> new Text(Boolean.toString(bool.value()), where);
      case Json.Arr list ->
          new Items(list.items().stream().map(item -> of(item, where)).toList(), where);
      case Json.Obj object -> members(object, where);
    };
  }

  /** The members of a JSON object as if they had been written there. */
  static Members members(Json.Obj object, String where) {
    var all = new LinkedHashMap<String, Written>();
    object.members().forEach((name, value) -> all.put(name, of(value, where)));
    return new Members(all, where);
  }
}
