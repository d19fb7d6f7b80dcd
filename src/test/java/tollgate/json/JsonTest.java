package tollgate.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @Test
  void isBuiltInOrderAndWrittenCompactly() {
    var object =
        Json.object()
            .put("b", 1)
            .put("a", "x")
            .put("yes", true)
            .put("none", Json.Null.NULL)
            .put("list", Json.array(Json.number(1), Json.array(), Json.text("y")))
            .put("more", Json.object().put("z", -1))
            .build();

    assertThat(object.encode())
        .isEqualTo(
            """
            {"b":1,"a":"x","yes":true,"none":null,"list":[1,[],"y"],"more":{"z":-1}}\
            """);
    assertThat(object.bytes()).isEqualTo(object.encode().getBytes(UTF_8));
  }

  @Test
  void isNeverChanged() {
    var builder = Json.object().put("a", 1);
    var one = builder.build();
    var two = builder.put("b", 2).build();

    assertThat(one).hasToString("{\"a\":1}");
    assertThat(two.without("a")).hasToString("{\"b\":2}");
    assertThat(two.with("a", Json.text("x"))).hasToString("{\"a\":\"x\",\"b\":2}");
    assertThat(two).hasToString("{\"a\":1,\"b\":2}");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> two.members().remove("a"));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.put("a", 3));
  }

  @Test
  void findsWhatIsThere() throws JsonRefused {
    var object = (Json.Obj) read("{\"a\":{\"b\":{\"c\":7}},\"n\":null,\"l\":[{\"c\":1}]}");

    assertThat(object.at("a", "b", "c")).isEqualTo(Json.number(7));
    assertThat(object.at()).isSameAs(object);
    assertThat(object.at("a", "x", "c")).isNull();
    assertThat(object.at("a", "b", "c", "d")).isNull();
    assertThat(object.at("l", "c")).isNull();
    assertThat(object.member("n")).isEqualTo(Json.Null.NULL);
    assertThat(object.member("x")).isNull();
    assertThat(((Json.Obj) read("{\"a\":\"b\"}")).text("a")).isEqualTo("b");
    assertThat(object.text("x")).isNull();
    assertThat(object.text("n")).isNull();
  }

  @Test
  void equalsByMembersInAnyOrder() throws JsonRefused {
    var one = read("{\"a\":1,\"b\":[true,null]}");

    assertThat(read("{ \"b\" : [ true , null ] , \"a\" : 1 }"))
        .isEqualTo(one)
        .hasSameHashCodeAs(one);
    assertThat(Json.Obj.of(((Json.Obj) one).members())).isEqualTo(one);
    assertThat(Json.Obj.of(Map.of())).isNotEqualTo(one);
    assertThat(read("1.0")).isNotEqualTo(read("1"));
    assertThat(read("\"1\"")).isNotEqualTo(read("1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "plain"                          | "plain"
          "\\u0041"                        | "A"
          "\\/"                            | "/"
          "\\\\ \\""                       | "\\\\ \\""
          "\\b\\f\\n\\r\\t"                | "\\u0008\\u000c\\n\\r\\t"
          "\\u001f\\u007f"                 | "\\u001f\u007f"
          "\\ud83d\\ude00 é №"             | "😀 é №"
          [ 1 , -0 , 1.50 , 1E+2 , true ]  | [1,-0,1.50,1E+2,true]
          { "a" : { } , "b" : [ ] }        | {"a":{},"b":[]}
          """,
      quoteCharacter = '\u0007')
  void isWrittenInOneWay(String read, String written) throws JsonRefused {
    assertThat(read(read).encode()).isEqualTo(written);
  }

  @Test
  void halfACharacterStaysVisible() {
    assertThat(Json.text("a\ud83d").encode()).isEqualTo("\"a\\ud83d\"");
    assertThat(Json.text("\ude00\ud83d").encode()).isEqualTo("\"\\ude00\\ud83d\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "7, 7",
    "-7, -7",
    "100, 100",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808",
    "9223372036854775808,",
    "-9223372036854775809,",
    "9999999999999999999,",
    "18446744073709551716,",
    "1000000000000000000000000000000000000000,",
    "-0,",
    "0.0,",
    "1.0,",
    "100.99,",
    "5e0,",
    "1E2,",
    "1e2147483647,",
    "1e400,",
  })
  void anIntegerIsExactOrNone(String literal, Long expected) throws JsonRefused {
    var number = (Json.Num) read(literal);

    assertThat(number.literal()).isEqualTo(literal);
    if (expected == null) {
      assertThat(number.exactLong()).isEmpty();
      assertThatExceptionOfType(ArithmeticException.class).isThrownBy(number::longValue);
    } else {
      assertThat(number.longValue()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", "+1", "01", "-01", "1.", ".1", "1e", "1e+", "e1", "1 ", "1,0", "NaN", "1d"
      })
  void whatIsNoNumberCannotBeWritten(String literal) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Json.Num(literal));
  }

  @ParameterizedTest
  @CsvSource({
    "TOO_MANY_BYTES, [1234567890]",
    "TOO_DEEP, [[[]]]",
    "TEXT_TOO_LONG, [\"12345\"]",
    "TEXT_TOO_LONG, '{\"12345\":1}'",
    "NUMBER_TOO_LONG, [1234]",
    "NUMBER_TOO_LONG, [0.12]",
  })
  void everyLimitHolds(JsonRefused.Reason reason, String body) {
    var limits = new Limits(11, 2, 4, 3);

    assertThatExceptionOfType(JsonRefused.class)
        .isThrownBy(() -> JsonReader.read(body.getBytes(UTF_8), limits))
        .extracting(JsonRefused::reason)
        .isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[1,123]]", "[[\"1234\"]]", "{\"1234\":-1}"})
  void everyLimitCanBeReached(String body) throws JsonRefused {
    assertThat(JsonReader.read(body.getBytes(UTF_8), new Limits(11, 2, 4, 3))).hasToString(body);
  }

  @ParameterizedTest
  @CsvSource({"[\"1234567\"],true", "[\"123456ж\"],true", "[\"12345жж\"],false"})
  void aTextThatWasDecodedIsCountedInBytesToo(String body, boolean isRead) throws JsonRefused {
    var limits = new Limits(12, 2, 7, 3);
    if (isRead) {
      assertThat(JsonReader.read(body, limits)).hasToString(body);
      return;
    }
    assertThatExceptionOfType(JsonRefused.class)
        .isThrownBy(() -> JsonReader.read(body, limits))
        .extracting(JsonRefused::reason)
        .isEqualTo(JsonRefused.Reason.TOO_MANY_BYTES);
  }

  @ParameterizedTest
  @CsvSource({"0,1,1,1", "1,0,1,1", "1,1,0,1", "1,1,1,0", "1,257,1,1"})
  void limitsAreSane(int bytes, int depth, int text, int number) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Limits(bytes, depth, text, number));
  }

  private static Json read(String text) throws JsonRefused {
    return JsonReader.read(text.getBytes(UTF_8), Limits.MESSAGE);
  }
}
