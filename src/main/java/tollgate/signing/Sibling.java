package tollgate.signing;

import java.util.ArrayList;
import java.util.List;
import tollgate.json.Json;

/**
 * A member of an object as paths show it, so that siblings sort as the lines below them do.
 *
 * @param step its name, with the colon that leads on to what is below it; a scalar ends its path
 */
record Sibling(String step, Json value) {

  static Sibling of(String name, Json value) {
    return switch (value) {
      case Json.Obj _, Json.Arr _ -> new Sibling(name + ':', value);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> new Sibling(name, value);
    };
  }

  /** The signed members of an object whose names hold no colon, in {@link LineOrder#NATURAL}. */
  static List<Sibling> sorted(Json.Obj object) {
    var siblings = new ArrayList<Sibling>(object.members().size());
    object
        .members()
        .forEach((name, value) -> {
          if (CanonicalForm.isSigned(name)) siblings.add(of(name, value));
        });
    siblings.sort((a, b) -> new NaturalPair(a.step, b.step).compare());
    return siblings;
  }
}
