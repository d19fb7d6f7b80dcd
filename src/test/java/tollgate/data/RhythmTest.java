package tollgate.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When reports are due and what they are about, also where clocks jump. */
class RhythmTest {

  /** Local times of the zone; in UTC where the zone's own would be said twice or never. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DAILY   | UTC               | 2026-03-02T00:29:59 | 2026-03-02T00:30 | 2026-03-01T00:00 | 2026-03-02T00:00
          DAILY   | UTC               | 2026-03-02T00:30:00 | 2026-03-03T00:30 | 2026-03-02T00:00 | 2026-03-03T00:00
          DAILY   | Asia/Kuala_Lumpur | 2026-03-02T08:00:00 | 2026-03-03T00:30 | 2026-03-02T00:00 | 2026-03-03T00:00
          DAILY   | Asia/Kathmandu    | 2026-12-31T12:00:00 | 2027-01-01T00:30 | 2026-12-31T00:00 | 2027-01-01T00:00
          WEEKLY  | Asia/Jakarta      | 2026-03-01T23:00:00 | 2026-03-02T00:30 | 2026-02-23T00:00 | 2026-03-02T00:00
          WEEKLY  | Asia/Jakarta      | 2026-03-02T00:30:00 | 2026-03-09T00:30 | 2026-03-02T00:00 | 2026-03-09T00:00
          MONTHLY | UTC               | 2026-03-01T00:00:00 | 2026-03-01T00:30 | 2026-02-01T00:00 | 2026-03-01T00:00
          MONTHLY | UTC               | 2028-02-29T12:00:00 | 2028-03-01T00:30 | 2028-02-01T00:00 | 2028-03-01T00:00
          MONTHLY | Europe/Moscow     | 2026-12-31T23:59:59 | 2027-01-01T00:30 | 2026-12-01T00:00 | 2027-01-01T00:00
          """)
  void isDueHalfAnHourIntoTheNewDay(
      Rhythm rhythm,
      String zone,
      LocalDateTime at,
      LocalDateTime due,
      LocalDateTime from,
      LocalDateTime to) {
    var there = ZoneId.of(zone);
    var next = rhythm.dueAfter(at.atZone(there).toInstant(), there);

    assertThat(next).isEqualTo(due.atZone(there).toInstant());
    var period = rhythm.closedAt(next, there);
    assertThat(period.from()).isEqualTo(from.atZone(there).toInstant());
    assertThat(period.to()).isEqualTo(to.atZone(there).toInstant());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 25 hours: the clocks go back
          Europe/Berlin  | 2026-10-25T12:00:00Z | 2026-10-25T23:30:00Z | 2026-10-24T22:00:00Z | 2026-10-25T23:00:00Z
          # 23 hours: they go forward
          Europe/Berlin  | 2026-03-29T12:00:00Z | 2026-03-29T22:30:00Z | 2026-03-28T23:00:00Z | 2026-03-29T22:00:00Z
          # midnight itself is skipped: the day begins at one, and half past midnight is half past one
          Asia/Beirut    | 2026-03-28T12:00:00Z | 2026-03-28T22:30:00Z | 2026-03-27T22:00:00Z | 2026-03-28T22:00:00Z
          """)
  void daysAreAsLongAsTheyAre(String zone, Instant at, Instant due, Instant from, Instant to) {
    var there = ZoneId.of(zone);
    var next = Rhythm.DAILY.dueAfter(at, there);

    assertThat(next).isEqualTo(due);
    assertThat(Rhythm.DAILY.closedAt(next, there)).isEqualTo(new Rhythm.Period(from, to));
  }

  /** Whoever sleeps for a year finds every period once, and no gap between two. */
  @ParameterizedTest
  @CsvSource({"DAILY, Asia/Beirut", "WEEKLY, Europe/Berlin", "MONTHLY, America/New_York"})
  void periodsFollowEachOther(Rhythm rhythm, String zone) {
    var there = ZoneId.of(zone);
    var due = rhythm.dueAfter(Instant.parse("2026-01-01T12:00:00Z"), there);
    for (int i = 0; i < 400; i++) {
      var period = rhythm.closedAt(due, there);
      assertThat(due).isAfter(period.to());
      var next = rhythm.dueAfter(due, there);
      assertThat(rhythm.closedAt(next, there).from()).isEqualTo(period.to());
      due = next;
    }
  }
}
