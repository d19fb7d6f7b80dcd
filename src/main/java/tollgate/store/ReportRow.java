package tollgate.store;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.data.Column;
import tollgate.data.OperationType;
import tollgate.data.Rhythm;
import tollgate.data.Rhythm.Period;
import tollgate.data.Scope;
import tollgate.report.Report;
import tollgate.report.ReportFile;
import tollgate.report.Shelf.Job;

/** Reports and their files as rows. Words of the wire are kept, not numbers for them. */
final class ReportRow {

  static final String REPORT =
      """
      r.id, r.centre, r.name, r.projects, r.zone, r.type, r.status, r.columns, r.rhythm, r.next_at,
      r.asked_by
      """;

  static final String FILE =
      """
      f.report_id, f.number, f.from_at, f.to_at, f.state, f.attempts, f.due_at, f.parts, f.rows,
      f.bytes, f.place_at, f.place_operation
      """;

  static final int BEING_MADE = 1;
  static final int MADE = 2;
  static final int GIVEN_UP = 3;

  private ReportRow() {}

  static Report report(Row row) {
    var next = row.getOffsetDateTime("next_at");
    return new Report(
        row.getLong("id"),
        row.getString("centre"),
        wish(row),
        next == null ? null : next.toInstant());
  }

  private static Report.Wish wish(Row row) {
    return new Report.Wish(
        row.getString("name"),
        row.getString("asked_by"),
        List.of(row.getArrayOfLongs("projects")),
        ZoneId.of(row.getString("zone")),
        type(row.getString("type")),
        row.getString("status"),
        columns(row.getArrayOfStrings("columns")),
        rhythm(row.getString("rhythm")));
  }

  private static @Nullable OperationType type(@Nullable String word) {
    return word == null ? null : OperationType.named(word).orElseThrow();
  }

  private static @Nullable Rhythm rhythm(@Nullable String word) {
    return word == null ? null : Rhythm.named(word).orElseThrow();
  }

  private static List<Column> columns(String[] words) {
    return Arrays.stream(words).map(word -> Column.named(word).orElseThrow()).toList();
  }

  static ReportFile file(Row row) {
    var state = state(row.getInteger("state"));
    return new ReportFile(
        row.getLong("report_id"),
        row.getInteger("number"),
        period(row),
        state,
        row.getLong("rows"),
        row.getLong("bytes"),
        row.getInteger("parts"),
        state == ReportFile.State.BEING_MADE ? null : time(row, "due_at"));
  }

  static Job job(Row row) {
    return new Job(
        report(row),
        row.getInteger("number"),
        period(row),
        row.getInteger("attempts"),
        row.getInteger("parts"),
        new Scope.Place(time(row, "place_at"), row.getLong("place_operation")));
  }

  private static ReportFile.State state(int number) {
    return switch (number) {
      case BEING_MADE -> ReportFile.State.BEING_MADE;
      case MADE -> ReportFile.State.MADE;
      case GIVEN_UP -> ReportFile.State.GIVEN_UP;
      default -> throw new IllegalStateException("a file in state " + number);
    };
  }

  private static Period period(Row row) {
    return new Period(time(row, "from_at"), time(row, "to_at"));
  }

  private static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }
}
