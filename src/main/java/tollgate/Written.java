package tollgate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What somebody wrote in a file of settings, with the place where they did. */
sealed interface Written {

  /** File and line, for the one who must correct it. */
  String where();

  /** One value, as text: what it means depends on the setting. */
  record Text(String text, String where) implements Written {}

  /** A name with nothing behind it. */
  record Nothing(String where) implements Written {}

  record Items(List<Written> items, String where) implements Written {}

  record Members(Map<String, Written> members, String where) implements Written {

    /** This file under a later one: sections are laid over each other, all else is replaced. */
    Members under(Members later) {
      var all = new LinkedHashMap<>(members);
      later.members.forEach(
          (name, written) -> all.merge(name, written, (mine, theirs) -> over(mine, theirs)));
      return new Members(all, where);
    }

    Members only(String name) {
      var written = members.get(name);
      return new Members(written == null ? Map.of() : Map.of(name, written), where);
    }

    Members without(String name) {
      var rest = new LinkedHashMap<>(members);
      rest.remove(name);
      return new Members(rest, where);
    }

    private static Written over(Written mine, Written theirs) {
      return mine instanceof Members below && theirs instanceof Members above
          ? below.under(above)
          : theirs;
    }
  }
}
