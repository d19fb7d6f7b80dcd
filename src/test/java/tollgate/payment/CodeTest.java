package tollgate.payment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class CodeTest {

  /** Waiting for a second kind of provider; published, and not a state that we have. */
  private static final int NOT_OURS = 29999;

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/payment/codes.txt", delimiter = '|')
  void isAsPublished(int number, String message) {
    if (number == NOT_OURS) return;

    var code = Code.of(number);
    assertThat(code.number()).isEqualTo(number);
    assertThat(code.message()).isEqualTo(message);
    assertThat(code.digits()).isEqualTo(Integer.toString(number));
  }

  @ParameterizedTest
  @EnumSource
  void isPublished(Code code) {
    assertThat(published()).containsKey(code.number());
    assertThat(Code.of(code.number())).isEqualTo(code);
  }

  @Test
  void anotherNumberIsNoCode() {
    assertThatThrownBy(() -> Code.of(1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Code.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** The outbox and the book store numbers: they may be added to and never changed. */
  @Test
  void effectsKeepTheirNumbers() {
    assertThat(Arrays.stream(Effect.values()).map(effect -> effect + " " + effect.number()))
        .containsExactly(
            "CALL_PROVIDER 1",
            "CANCEL_AT_PROVIDER 2",
            "NOTIFY_INTERMEDIATE 3",
            "NOTIFY_FINAL 4",
            "ASK_PROVIDER 5",
            "REFUND_AT_PROVIDER 6",
            "NOTIFY_LATE 7",
            "REFUND_LATE 8",
            "NOTIFY_LINK_OPENED 10",
            "NOTIFY_LINK_MAILED 11",
            "MAIL_LINK 12");
    for (var effect : Effect.values()) assertThat(Effect.of(effect.number())).isEqualTo(effect);
    assertThatThrownBy(() -> Effect.of(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<Integer, String> published() {
    var all = new HashMap<Integer, String>();
    try (var file = CodeTest.class.getResourceAsStream("/payment/codes.txt")) {
      new String(file.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 2))
          .forEach(pair -> all.put(Integer.valueOf(pair[0]), pair[1]));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return all;
  }
}
