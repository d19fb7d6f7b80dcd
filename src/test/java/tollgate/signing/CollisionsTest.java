package tollgate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.signing.GateSignatureTest.object;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.json.JsonRefused;
import tollgate.support.Draws;
import tollgate.support.Seeds;
import tollgate.tenant.Secret;

/**
 * What the Gate dialect cannot tell apart. These are facts of the protocol, kept here so that
 * nobody trusts it further than it reaches: text is refused, types are held by whoever reads the
 * fields.
 */
class CollisionsTest {

  private static final Secret KEY = new Secret("k");

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      textBlock =
          """
          # one message                          | another with the same signature    | caught
          {"amount":"100;currency:USD"}          | {"amount":"100","currency":"USD"}  | amount
          {"a":{"1;b":"2"}}                      | {"a":"1","b":"2"}                  | a.1;b
          {"x":["1;x:1:2"]}                      | {"x":["1","2"]}                    | x.0
          {"a":true}                             | {"a":"1"}                          | by type
          {"a":true}                             | {"a":1}                            | by type
          {"a":123}                              | {"a":"123"}                        | by type
          {"a":null}                             | {"a":""}                           | by type
          {"a":["x","y"]}                        | {"a":{"0":"x","1":"y"}}            | by type
          {"a":"x:y"}                            | {"a":{"x":"y"}}                    | by type
          {"a":{"":{"b":1}}}                     | {"a:b":1}                          | by name
          {"a":1,"b":{},"c":[]}                  | {"a":1}                            | unsigned
          {"a":1,"frame_mode":"x"}               | {"a":1}                            | unsigned
          """)
  void signAlike(String one, String other, String caught) throws JsonRefused {
    var first = object(one);
    var second = object(other);

    assertThat(first).isNotEqualTo(second);
    assertThat(GateSignature.sign(first, KEY)).isEqualTo(GateSignature.sign(second, KEY));
    boolean byText = !caught.startsWith("by ") && !caught.equals("unsigned");
    assertThat(ForbiddenText.firstIn(first)).isEqualTo(byText ? caught : null);
    assertThat(ForbiddenText.firstIn(second)).isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      textBlock =
          """
          {"a":"b","c":[1,true,null,"x:y"],"d":{"é":"№"}} |
          {"a":";"}                                       | a
          {"a":{"b":"x;y"}}                               | a.b
          {"a":[{"b":"ok"},{"b":"\\u003b"}]}              | a.1.b
          {"a;b":1}                                       | a;b
          {"a":"line\\nbreak"}                            | a
          {"a":"\\u0085"}                                 | a
          {"a":"\\u007f"}                                 | a
          {"a":{"b\\u0001c":{}}}                         | a.b\u0001c
          """)
  void namesTheFirstForbiddenText(String message, String place) throws JsonRefused {
    assertThat(ForbiddenText.firstIn(object(message))).isEqualTo(place);
  }

  /** With the names and types fixed, and no forbidden text, one signed text is one message. */
  @Test
  void fixedFieldsWithoutForbiddenTextAreNeverConfused() {
    Seeds.each(
        2_000,
        draws -> {
          var names = draws.listOf(6, () -> draws.word(3)).stream().distinct().toList();
          var one = Json.object().build();
          var other = one;
          for (var name : names) {
            var value = allowed(draws);
            one = one.with(name, value);
            other = other.with(name, draws.percent(70) ? value : allowed(draws));
          }

          assertThat(GateSignature.sign(one, KEY).equals(GateSignature.sign(other, KEY)))
              .isEqualTo(one.equals(other));
        });
  }

  private static Json.Str allowed(Draws draws) {
    var text = Json.text(draws.text());
    var message = Json.object().put("a", text).build();
    return ForbiddenText.firstIn(message) == null ? text : Json.text(draws.word(9));
  }
}
