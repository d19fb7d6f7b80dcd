package tollgate.store;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A row whose columns are found by name without a search: the driver compares a name with one
 * column after another, and payments have thirty and come by hundreds.
 *
 * @param places of all columns, counted from 0
 */
record NamedRow(Row row, Map<String, Integer> places) {

  static Map<String, Integer> places(RowSet<Row> rows) {
    var names = rows.columnsNames();
    var places = HashMap.<String, Integer>newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) places.putIfAbsent(names.get(i), i);
    return places;
  }

  long number(String column) {
    return row.getLong(place(column));
  }

  Integer integer(String column) {
    return row.getInteger(place(column));
  }

  boolean isTrue(String column) {
    return row.getBoolean(place(column));
  }

  /** Null where the column is, as with the driver's own, which says so nowhere either. */
  @SuppressWarnings("NullAway")
  String text(String column) {
    return row.getString(place(column));
  }

  Instant time(String column) {
    return row.getOffsetDateTime(place(column)).toInstant();
  }

  private int place(String column) {
    var place = places.get(column);
    if (place == null) throw new IllegalArgumentException("no column " + column);
    return place;
  }
}
