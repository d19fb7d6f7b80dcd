package tollgate.data;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often a report is made: each time half an hour into a new day of its time zone, for the
 * period that has just closed, when whatever ended in it has long been kept.
 */
public enum Rhythm {
  DAILY("daily"),
  /** Weeks begin on Monday, as ISO 8601 has them. */
  WEEKLY("weekly"),
  MONTHLY("monthly");

  private static final LocalTime MADE_AT = LocalTime.of(0, 30);

  private final String word;

  Rhythm(String word) {
    this.word = word;
  }

  /** A closed period: from inclusive, to exclusive. */
  public record Period(Instant from, Instant to) {}

  public String word() {
    return word;
  }

  public static Optional<Rhythm> named(String word) {
    return Arrays.stream(values()).filter(rhythm -> rhythm.word.equals(word)).findFirst();
  }

  /** The first time after this one at which a report is due. */
  public Instant dueAfter(Instant at, ZoneId zone) {
    var day = firstDay(at.atZone(zone).toLocalDate());
    while (!due(day, zone).isAfter(at)) day = next(day);
    return due(day, zone);
  }

  /** The period that the report due at this time is about. */
  public Period closedAt(Instant due, ZoneId zone) {
    var day = firstDay(due.atZone(zone).toLocalDate());
    var from = before(day).atStartOfDay(zone).toInstant();
    return new Period(from, day.atStartOfDay(zone).toInstant());
  }

  /** Where the clocks skip half past midnight, it is as much later. */
  private static Instant due(LocalDate day, ZoneId zone) {
    return day.atTime(MADE_AT).atZone(zone).toInstant();
  }

  /** Of the period in which this day is. */
  private LocalDate firstDay(LocalDate day) {
    return switch (this) {
      case DAILY -> day;
      case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTHLY -> day.withDayOfMonth(1);
    };
  }

  private LocalDate next(LocalDate firstDay) {
    return switch (this) {
      case DAILY -> firstDay.plusDays(1);
      case WEEKLY -> firstDay.plusWeeks(1);
      case MONTHLY -> firstDay.plusMonths(1);
    };
  }

  private LocalDate before(LocalDate firstDay) {
    return switch (this) {
      case DAILY -> firstDay.minusDays(1);
      case WEEKLY -> firstDay.minusWeeks(1);
      case MONTHLY -> firstDay.minusMonths(1);
    };
  }
}
