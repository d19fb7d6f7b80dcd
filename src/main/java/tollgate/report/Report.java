package tollgate.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.data.Column;
import tollgate.data.OperationType;
import tollgate.data.Rhythm;
import tollgate.data.Rhythm.Period;
import tollgate.data.Scope;

/**
 * A report as it was asked for.
 *
 * @param id our number of it
 * @param nextAt when its next file is due; absent for one that is made once, or was stopped
 */
public record Report(long id, String centre, Wish wish, @Nullable Instant nextAt) {

  /**
   * What is wanted. It never changes: who wants another thing asks for another report.
   *
   * @param by who asked
   * @param zone whose days, weeks and months they are, and whose local time is written
   * @param type absent: all
   * @param status of operations, in the words of the register; absent: all
   * @param rhythm absent: once
   */
  public record Wish(
      String name,
      String by,
      List<Long> projects,
      ZoneId zone,
      @Nullable OperationType type,
      @Nullable String status,
      List<Column> columns,
      @Nullable Rhythm rhythm) {

    public Wish {
      projects = List.copyOf(projects);
      columns = List.copyOf(columns);
    }

    Scope scope(Period period) {
      return new Scope(projects, type, period.from(), period.to());
    }
  }
}
