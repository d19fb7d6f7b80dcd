package tollgate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.payment.Payment;

class ReferenceTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, TG-1-1",
    "210, 4711, TG-210-4711",
    "999999999999999999, 100000000000000000, TG-999999999999999999-100000000000000000"
  })
  void namesAPaymentAndIsReadBack(long project, long operation, String text) {
    var id = new Payment.Id(project, operation);

    assertThat(Reference.of(id)).isEqualTo(text).hasSizeLessThanOrEqualTo(40);
    assertThat(Reference.read(text)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TG",
        "TG-",
        "TG--",
        "TG-1",
        "TG-1-",
        "TG--1",
        "TG-0-1",
        "TG-1-0",
        "TG-01-1",
        "TG-1-01",
        "TG-+1-1",
        "TG-1--1",
        "TG-1-1-",
        "TG-1-1-1",
        "TG-1-1 ",
        " TG-1-1",
        "tg-1-1",
        "TG_1_1",
        "TG-1-1\n",
        "TG-1-a",
        "TG-1a-1",
        "TG-1-1000000000000000000",
        "TG-1000000000000000000-1",
        "TG-1-99999999999999999999999999999",
        "TG-\u0661-1"
      })
  void takesNothingElse(String text) {
    assertThat(Reference.read(text)).isEmpty();
  }

  @Test
  void readsBackWhatItWroteAtEveryLength() {
    for (long n = 1; n < 1_000_000_000_000_000_000L; n = 7 * n + 3) {
      var id = new Payment.Id(n, n + 1);

      assertThat(Reference.read(Reference.of(id))).contains(id);
    }
  }
}
