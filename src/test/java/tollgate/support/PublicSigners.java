package tollgate.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tollgate.json.Json;

/**
 * What a message of ours must keep so that every public SDK of the Gate dialect verifies it
 * (gate-api, section 2.4). For the tests of all that we sign.
 */
public final class PublicSigners {

  private static final int ITEMS_MAX = 10;
  private static final long JAVASCRIPT_MAX = (1L << 53) - 1;
  private static final Set<String> DROPPED = Set.of("signature", "frame_mode");
  private static final Pattern DATE_LIKE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ].*");
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+0000");

  private final List<String> complaints = new ArrayList<>();

  private PublicSigners() {}

  /**
   * What some SDK would stumble over, a line each; empty for a good message.
   *
   * @param message with or without its {@code signature} at the root
   */
  public static List<String> complaints(Json.Obj message) {
    var signers = new PublicSigners();
    signers.object("", message.without("signature"));
    return signers.complaints;
  }

  private void value(String path, Json value) {
    switch (value) {
      case Json.Obj object -> object(path, object);
      case Json.Arr list -> list(path, list);
      case Json.Str string -> text(path, string.text());
      case Json.Num number -> number(path, number);
      case Json.Null _ -> complain(path, "is null");
      case Json.Bool _ -> {}
    }
  }

  private void object(String path, Json.Obj object) {
    for (var member : object.members().entrySet()) {
      var name = member.getKey();
      if (DROPPED.contains(name)) complain(path, "has a member " + name);
      if (name.contains(":") || name.contains(";")) complain(path, "has a name with : or ;");
      siblings(path, name, object.members().keySet());
      value(path + "/" + name, member.getValue());
    }
  }

  private void siblings(String path, String name, Set<String> names) {
    var longer = Pattern.compile(Pattern.quote(name) + "[-.0-9].*").asMatchPredicate();
    names.stream()
        .filter(longer)
        .forEach(
            other -> complain(path, "has siblings that SDKs sort apart: " + name + " " + other));
  }

  private void list(String path, Json.Arr list) {
    if (list.items().size() > ITEMS_MAX) complain(path, "has more than " + ITEMS_MAX + " items");
    for (int i = 0; i < list.items().size(); i++) value(path + "/" + i, list.items().get(i));
  }

  private void text(String path, String text) {
    if (text.contains(";")) complain(path, "contains a semicolon");
    boolean isDate = DATE_LIKE.matcher(text).matches();
    if (isDate && !DATE.matcher(text).matches()) complain(path, "is a date of another format");
  }

  private void number(String path, Json.Num number) {
    var exact = number.exactLong();
    if (exact.isEmpty() || Math.abs(exact.getAsLong()) > JAVASCRIPT_MAX) {
      complain(path, "is no integer below 2^53");
    }
  }

  private void complain(String path, String what) {
    complaints.add((path.isEmpty() ? "/" : path) + " " + what);
  }
}
