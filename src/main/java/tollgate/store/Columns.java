package tollgate.store;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array a column, as set-based statements take them. */
record Columns<T>(List<T> rows) {

  Long[] longs(Function<T, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  /** Each value once: what an index is asked with {@code = any()} must be short. */
  Long[] distinct(Function<T, Long> column) {
    return rows.stream().map(column).distinct().toArray(Long[]::new);
  }

  Integer[] ints(Function<T, @Nullable Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }

  Short[] shorts(Function<T, Integer> column) {
    return rows.stream().map(row -> column.apply(row).shortValue()).toArray(Short[]::new);
  }

  String[] texts(Function<T, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  Boolean[] booleans(Function<T, Boolean> column) {
    return rows.stream().map(column).toArray(Boolean[]::new);
  }

  Buffer[] bytes(Function<T, byte[]> column) {
    return rows.stream().map(column).map(Buffer::buffer).toArray(Buffer[]::new);
  }

  OffsetDateTime[] times(Function<T, Instant> column) {
    return rows.stream().map(column).map(Columns::time).toArray(OffsetDateTime[]::new);
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
