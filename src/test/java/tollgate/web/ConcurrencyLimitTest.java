package tollgate.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.web.ConcurrencyLimit.Place;
import tollgate.web.ConcurrencyLimit.Said;

class ConcurrencyLimitTest {

  private static final long SECOND = 1_000_000_000;
  private static final long QUICK = SECOND / 10;
  private static final long MIDDLING = SECOND * 3 / 10;
  private static final long SLOW = SECOND * 6 / 10;

  private static final WebOptions.Shedding OPTIONS =
      new WebOptions.Shedding(8, 32, 128, Duration.ofMillis(500), Duration.ofSeconds(1));

  private final ConcurrencyLimit limit = new ConcurrencyLimit(OPTIONS, 0);
  private final List<Place> stuck = new ArrayList<>();

  private record Event(long at, Runnable what) {}

  /**
   * Windows of a second each: so many requests, all at once or in turn, and how long they take.
   * Those who are stuck are so until they are freed. In each window's last moment somebody knocks.
   */
  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # windows                                           | limit
          # it grows while it is reached
          10 quick                                            | 32
          20 quick                                            | 37
          20 quick, 30 quick                                  | 42
          # or while it is less than can be done in time
          20 quick in turn                                    | 32
          100 quick in turn                                   | 37
          9 x 100 quick in turn                               | 55
          20 x 1000 quick in turn                             | 128
          # but not when it takes much longer than without load
          10 quick, 20 middling                               | 32
          10 quick, 60 x 20 middling                          | 32
          # which may be long, and is learned anew when it stays so
          20 middling                                         | 37
          10 quick, 90 x 20 middling                          | 42
          # one slow moment is no overload
          20 slow                                             | 32
          20 slow, 10 quick, 20 slow                          | 32
          # but two are, and what counts is how many there were
          20 slow, 20 slow                                    | 15
          32 slow, 32 slow                                    | 24
          20 slow, 20 slow, 20 slow                           | 11
          # never less than the least
          9 x 20 slow                                         | 8
          # so few say nothing
          9 slow, 9 slow                                      | 32
          # one in ten may be slow
          18 quick + 2 slow, 18 quick + 2 slow                | 42
          17 quick + 3 slow, 17 quick + 3 slow                | 15
          # what was dropped was not done in time either, and what was refused is nothing
          20 dropped, 20 dropped                              | 15
          20 refused, 20 refused                              | 32
          # who waits without an answer waits too long too
          20 stuck                                            | 32
          20 stuck, nothing                                   | 15
          20 stuck, 4 x nothing                               | 8
          9 stuck, 4 x nothing                                | 32
          2 stuck + 20 quick, 20 quick                        | 42
          3 stuck + 20 quick, 20 quick                        | 17
          # and when all is quick again it comes back, reached or not
          20 stuck, 4 x nothing, freed                        | 8
          20 stuck, 4 x nothing, freed, 2 x 20 quick in turn  | 20
          20 stuck, 4 x nothing, freed, 4 x 20 quick in turn  | 32
          20 stuck, 4 x nothing, freed, 9 x 20 quick in turn  | 32
          """)
  void isLearned(String windows, int expected) {
    long end = 0;
    for (var window : windows.split(",", -1)) {
      var words = window.strip().split(" x ", 2);
      var times = words.length == 1 ? 1 : Integer.parseInt(words[0]);
      for (int i = 0; i < times; i++) play(words[words.length - 1], end += SECOND);
    }

    assertThat(limit.limit()).isEqualTo(expected);
  }

  @Test
  void whoIsTooMuchTakesNoPlace() {
    var first = limit.enter(0);
    for (int i = 1; i < 32; i++) assertThat(limit.enter(0)).isNotNull();
    assertThat(limit.enter(0)).isNull();
    assertThat(limit.working()).isEqualTo(32);

    limit.leave(first, Said.DONE, 1);
    limit.leave(first, Said.DONE, 1);
    assertThat(limit.working()).isEqualTo(31);
    assertThat(limit.enter(1)).isNotNull();
    assertThat(limit.enter(1)).isNull();
  }

  private void play(String window, long end) {
    var events = new ArrayList<Event>();
    for (var part : window.split("\\+", -1)) events.addAll(events(part.strip(), end));
    events.add(new Event(end, () -> request(end, Said.NOTHING, end)));
    events.sort(Comparator.comparingLong(Event::at));
    events.forEach(event -> event.what().run());
  }

  private List<Event> events(String part, long end) {
    var words = part.split(" ", 2);
    return switch (words[0]) {
      case "nothing" -> List.of();
      case "freed" -> List.of(new Event(end - 1, () -> freed(end - 1)));
      default -> requests(Integer.parseInt(words[0]), words[1], end);
    };
  }

  private List<Event> requests(int many, String how, long end) {
    var events = new ArrayList<Event>();
    for (int i = 0; i < many; i++) {
      events.addAll(
          switch (how) {
            case "quick in turn" -> inTurn(end - SECOND + i * (SECOND / many), SECOND / many / 2);
            case "quick" -> together(end - QUICK, end, Said.DONE);
            case "middling" -> together(end - MIDDLING, end, Said.DONE);
            case "slow" -> together(end - SLOW, end, Said.DONE);
            case "dropped" -> together(end - QUICK, end, Said.DROPPED);
            case "refused" -> together(end - QUICK, end, Said.NOTHING);
            case "stuck" ->
                List.of(new Event(end - SLOW, () -> stuck.add(limit.enter(end - SLOW))));
            default -> throw new IllegalArgumentException(how);
          });
    }
    return events;
  }

  private List<Event> inTurn(long from, long nanos) {
    return List.of(new Event(from, () -> request(from, Said.DONE, from + nanos)));
  }

  private void request(long from, Said said, long until) {
    var place = limit.enter(from);
    if (place != null) limit.leave(place, said, until);
  }

  /** In by then, if there is room, and out in the window's last moment. */
  private List<Event> together(long from, long end, Said said) {
    var place = new Place[1];
    return List.of(
        new Event(from, () -> place[0] = limit.enter(from)),
        new Event(end - 1, () -> leave(place[0], said, end - 1)));
  }

  private void leave(Place place, Said said, long now) {
    if (place != null) limit.leave(place, said, now);
  }

  private void freed(long now) {
    stuck.forEach(place -> limit.leave(place, Said.DONE, now));
    stuck.clear();
  }
}
