package tollgate.json;

import java.util.LinkedHashMap;

/** Writes an object member by member, in the order it will be sent. Not to be shared by threads. */
public final class ObjBuilder {

  private final LinkedHashMap<String, Json> members = new LinkedHashMap<>();

  ObjBuilder() {}

  /**
   * Adds a member.
   *
   * @throws IllegalArgumentException if the name was given before: a repeat is always a mistake
   */
  public ObjBuilder put(String name, Json value) {
    if (members.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("member given twice: " + name);
    }
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
    return new Json.Obj(new LinkedHashMap<>(members));
  }
}
