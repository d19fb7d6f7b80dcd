package tollgate.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Writes an object member by member, in the order it will be sent. Not to be shared by threads.
 *
 * <p>Objects that are written have few members: these are two short lists until they are one map,
 * for a webhook is some ten objects, and a second map for each was a sixth of what its writing
 * allocated.
 */
public final class ObjBuilder {

  private final List<String> names = new ArrayList<>();
  private final List<Json> values = new ArrayList<>();

  ObjBuilder() {}

  /**
   * Adds a member.
   *
   * @throws IllegalArgumentException if the name was given before: a repeat is always a mistake
   */
  public ObjBuilder put(String name, Json value) {
    if (names.contains(name)) throw new IllegalArgumentException("member given twice: " + name);
    names.add(name);
    values.add(value);
    return this;
  }

  public ObjBuilder put(String name, String value) {
    return put(name, new Json.Str(value));
  }

  public ObjBuilder put(String name, long value) {
    return put(name, Json.number(value));
  }

  public ObjBuilder put(String name, boolean value) {
    return put(name, Json.bool(value));
  }

  public ObjBuilder put(String name, ObjBuilder value) {
    return put(name, value.build());
  }

  /** What was put so far; later puts do not change it. */
  public Json.Obj build() {
    var members = LinkedHashMap.<String, Json>newLinkedHashMap(names.size());
    for (int i = 0; i < names.size(); i++) members.put(names.get(i), values.get(i));
    return new Json.Obj(members);
  }
}
