package tollgate.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.operations.Silence.Heard;
import tollgate.operations.Silence.Verdict;

/** When callbacks have dried up, and when it is only night. */
class SilenceTest {

  private static final long MINUTE = 60_000;
  private static final long WINDOW = 10 * MINUTE;
  private static final long DAY = 144 * WINDOW;

  /** Sales ended and told: before, and lately. */
  @ParameterizedTest(name = "{0} of {1} before, {2} of {3} lately: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          900  | 1000 | 0   | 100  | silent
          900  | 1000 | 17  | 100  | silent
          900  | 1000 | 18  | 100  | heard
          900  | 1000 | 90  | 100  | heard
          # a quiet night
          900  | 1000 | 0   | 0    | unknown
          900  | 1000 | 0   | 22   | unknown
          900  | 1000 | 1   | 22   | heard
          900  | 1000 | 0   | 23   | silent
          # it seldom calls back, or never
          0    | 1000 | 0   | 1000 | unknown
          19   | 1000 | 0   | 9999 | unknown
          20   | 1000 | 0   | 999  | unknown
          20   | 1000 | 0   | 1000 | silent
          20   | 1000 | 4   | 1000 | heard
          # there is no history
          0    | 0    | 0   | 1000 | unknown
          0    | 0    | 1   | 1000 | heard
          19   | 19   | 0   | 1000 | unknown
          20   | 20   | 0   | 20   | silent
          """)
  void itIsJudgedByItsOwnHistory(
      long toldBefore, long endedBefore, long toldLately, long endedLately, String word) {
    var before = new Heard(endedBefore, toldBefore);
    var lately = new Heard(endedLately, toldLately);

    assertThat(Silence.verdict(SilenceOptions.USUAL, before, lately))
        .hasToString(word.toUpperCase(Locale.ROOT));
  }

  /** {@code heard} and {@code unheard}: sales that ended so many minutes ago, each thirty. */
  @ParameterizedTest(name = "heard {0}, unheard {1} minutes ago: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          '1440 700 60' | '5'     | silent
          '1440 700 60' | '15'    | silent
          '1440 700 60' | '25'    | unknown
          '1440 700 60' | ''      | unknown
          '60 5'        | '5'     | heard
          '5 15'        | '5 15'  | heard
          '1439'        | '5'     | silent
          '1465'        | '5'     | unknown
          ''            | '60 5'  | unknown
          """)
  void whatIsLongAgoIsForgotten(String heard, String unheard, String word) {
    long now = 20_000 * DAY + 9 * MINUTE;
    var silence = new Silence(SilenceOptions.USUAL);
    for (long ago = 1500; ago >= 0; ago--) {
      if (isAmong(heard, ago)) end(silence, now - ago * MINUTE, true);
      if (isAmong(unheard, ago)) end(silence, now - ago * MINUTE, false);
    }

    assertThat(silence.verdict(now)).hasToString(word.toUpperCase(Locale.ROOT));
  }

  /** Of 100 that ended unheard, 90 would have been told: 18 are enough to be heard again. */
  @ParameterizedTest(name = "{0} of {1} told later: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100 | 0    | silent
          100 | 17   | silent
          100 | 18   | heard
          """)
  void aCallbackThatComesAfterAQuestionIsHeardWhileItIsSilent(int unheard, int later, String word) {
    var silence = new Silence(SilenceOptions.USUAL);
    for (int i = 0; i < 100; i++) silence.ended(0, i % 10 != 0);
    for (int i = 0; i < unheard; i++) silence.ended(2 * WINDOW, false);

    for (int i = 0; i < later; i++) silence.toldLater(2 * WINDOW);

    assertThat(silence.verdict(2 * WINDOW)).hasToString(word.toUpperCase(Locale.ROOT));
  }

  @Test
  void whatIsToldLaterIsNoHistory() {
    var silence = new Silence(SilenceOptions.USUAL);
    for (int i = 0; i < 100; i++) silence.ended(0, i < 19);
    for (int i = 0; i < 1000; i++) silence.toldLater(0);

    for (int i = 0; i < 1000; i++) silence.ended(2 * WINDOW, false);

    assertThat(silence.verdict(2 * WINDOW)).as("19 say too little").isEqualTo(Verdict.UNKNOWN);
  }

  private static boolean isAmong(String minutes, long ago) {
    return (' ' + minutes + ' ').contains(" " + ago + ' ');
  }

  private static void end(Silence silence, long at, boolean byCallback) {
    for (int i = 0; i < 30; i++) silence.ended(at, byCallback);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PT0S   | PT24H   | 20 | 20  | window must be at least 1 ms
          PT10M  | PT25M   | 20 | 20  | history must be a multiple of the window
          PT10M  | PT0S    | 20 | 20  | history must be 1 to 10000 windows
          PT0.1S | PT24H   | 20 | 20  | history must be 1 to 10000 windows
          PT10M  | PT24H   | 0  | 20  | expectedMin must be at least 1
          PT10M  | PT24H   | 20 | 0   | heardPercent must be from 1 to 100
          PT10M  | PT24H   | 20 | 101 | heardPercent must be from 1 to 100
          """)
  void optionsThatMakeNoSenseAreRefused(
      Duration window, Duration history, int expected, int percent, String why) {
    assertThatThrownBy(() -> new SilenceOptions(window, history, expected, percent))
        .hasMessage(why);
  }
}
