package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers wrote does not write headers. */
class LetterTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@customer.example",
        "a@b.co",
        "ann.o'neil+rides@mail.customer.example",
        "x_1-2@sub-domain.example.museum",
        "a@xn--80ak6aa92e.com",
      })
  void isAMailbox(String text) {
    assertThat(Letter.isMailbox(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "ann@",
        "@customer.example",
        "ann@customer",
        "ann@customer.example\r\nBcc: bob@customer.example",
        "ann@customer.example\n",
        "ann@customer.example,bob@customer.example",
        "ann@customer.example;bob@customer.example",
        "Ann <ann@customer.example>",
        "<ann@customer.example>",
        "\"ann\"@customer.example",
        "ann@customer.example> SIZE=1 <",
        "ann(comment)@customer.example",
        ".ann@customer.example",
        "ann..b@customer.example",
        "ann@-customer.example",
        "ann@customer..example",
        "ann@[127.0.0.1]",
        "анна@customer.example",
        "ann@кто.example",
        "a@b@customer.example",
        "0123456789012345678901234567890123456789012345678901234567890123x@customer.example",
      })
  void isNone(String text) {
    assertThat(Letter.isMailbox(text)).isFalse();
    assertThatThrownBy(() -> new Letter("1", text, "s", "t", "h"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Taxi asks                       | Taxi asks
          Taxi\\r\\nBcc: bob@b.example    | Taxi Bcc: bob@b.example
          Taxi\\n\\n<b>body</b>           | Taxi <b>body</b>
          \\tTaxi\\0                      | Taxi
          Taxi\\fSubject: two              | Taxi Subject: two
          """)
  void itsSubjectIsOneLine(String written, String subject) {
    assertThat(new Letter("1", "a@b.example", written.translateEscapes(), "", "").subject())
        .isEqualTo(subject);
  }

  @Test
  void itsSubjectIsNotEndlessAndBreaksNoCharacter() {
    var subject = new Letter("1", "a@b.example", "😀".repeat(500), "", "").subject();

    assertThat(subject.codePointCount(0, subject.length())).isEqualTo(200);
    assertThat(subject).endsWith("😀");
  }
}
