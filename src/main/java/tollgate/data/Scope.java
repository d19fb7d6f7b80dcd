package tollgate.data;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which operations are meant: of these projects, ended from {@code from} on and before {@code to}.
 *
 * @param type absent: all of them
 */
public record Scope(List<Long> projects, @Nullable OperationType type, Instant from, Instant to) {

  /** Before anything that was ever kept, and after it. */
  public static final Instant BEGINNING = Instant.parse("2000-01-01T00:00:00Z");

  public static final Instant END = Instant.parse("9000-01-01T00:00:00Z");

  public Scope {
    projects = projects.stream().distinct().sorted().toList();
  }

  public List<OperationType> types() {
    return type == null ? List.of(OperationType.values()) : List.of(type);
  }

  /** Where a reading of it begins, and after each piece goes on. */
  public Place beginning() {
    return new Place(from, 0);
  }

  /** After this operation, in the order in which operations end. Their numbers are unique. */
  public record Place(Instant at, long operation) {
    public static Place of(Completed completed) {
      return new Place(completed.at(), completed.id().operation());
    }
  }
}
