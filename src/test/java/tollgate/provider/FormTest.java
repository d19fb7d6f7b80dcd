package tollgate.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  @ParameterizedTest(name = "[{0}] is no form")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''
          'a'
          '=b'
          'a=1&a=2'
          'a=1&&b=2'
          'a=%'
          'a=%4'
          'a=%zz'
          'a=%C3%28'
          'a=%00'
          'a=%7F'
          'a=%0A'
          'a b=1'
          '1a=1'
          'a=é'
          'a=<x>'
          """)
  void whatIsNoFormIsNotRead(String body) {
    assertThat(read(body)).isNull();
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ''        | nothing was sent
          'a'       | part 1 is no name with its value
          'a=1&b'   | part 2 is no name with its value
          '1a=1'    | part 1 is no name with its value
          'a=1&a=2' | field a comes twice
          'a=1&b=%' | field b is cut off or badly encoded
          'a=<x>'   | field a is cut off or badly encoded
          'a=%C3%28'| field a is not in UTF-8
          'a=%CF%EE'| field a is not in UTF-8
          'a=%00'   | field a holds a control character
          'a=1'     | ''
          """)
  void whyItIsNotReadIsTold(String body, String why) {
    assertThat(Form.whyNot(body.getBytes(UTF_8), UTF_8)).isEqualTo(why);
    assertThat(read(body) == null).isEqualTo(!why.isEmpty());
  }

  @Test
  void aFormHasItsLimits() {
    var all = new StringBuilder("f0=1");
    for (int i = 1; i < 64; i++) all.append("&f").append(i).append("=1");

    assertThat(read(all.toString())).isNotNull();
    assertThat(read(all + "&f64=1")).isNull();
    assertThat(read("a=" + "x".repeat(16 * 1024 - 2))).isNotNull();
    assertThat(read("a=" + "x".repeat(16 * 1024))).isNull();
  }

  @Test
  void aFormIsReadByItsOwnCharset() {
    var fields = Map.of("LMI_PAYMENT_DESC", "Пополнение & ещё", "ITEM[0].NAME", "a+b==");
    var written = Form.write(fields, CYRILLIC);

    assertThat(Form.read(written.getBytes(US_ASCII), CYRILLIC)).isEqualTo(new Form(fields));
    assertThat(Form.read(written.getBytes(US_ASCII), UTF_8)).isNull();
    assertThat(read("h=aGk=&at=10:20:30"))
        .isEqualTo(new Form(Map.of("h", "aGk=", "at", "10:20:30")));
    assertThat(Form.read("a=%98".getBytes(US_ASCII), CYRILLIC)).isNull();
  }

  private static @Nullable Form read(String body) {
    return Form.read(body.getBytes(UTF_8), UTF_8);
  }
}
