package tollgate.store;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A statement with places that its variants fill, each by its name: {@code <more columns>}. A place
 * that nobody wrote is a mistake, and so is one that stays open.
 */
record Template(String text) {

  private static final Pattern PLACE = Pattern.compile("<[a-z]+(?: [a-z]+)*>");

  /** With nothing in any place. */
  String plain() {
    return PLACE.matcher(text).replaceAll("");
  }

  /** {@link IllegalStateException} when places and fillings are not the same. */
  String filled(Map<String, String> places) {
    var sql = text;
    for (var each : places.entrySet()) {
      var place = '<' + each.getKey() + '>';
      if (!sql.contains(place)) throw new IllegalStateException("no such place: " + place);

      sql = sql.replace(place, each.getValue());
    }
    var open = PLACE.matcher(sql);
    if (open.find()) throw new IllegalStateException("nothing for " + open.group());
    return sql;
  }
}
