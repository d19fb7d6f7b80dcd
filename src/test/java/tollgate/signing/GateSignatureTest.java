package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.tenant.Secret;

class GateSignatureTest {

  private static final Secret KEY = new Secret("tollgate-demo-key-1");
  private static final GateSignature SIGNATURE = GateSignature.with(KEY);

  /** The worked examples of gate-api, section 2.7: key, message, text to sign, signature. */
  @ParameterizedTest
  @ValueSource(strings = {"gate-request", "intermediate-webhook", "page-query"})
  void workedExamples(String name) throws Exception {
    String[] parts;
    try (var in = getClass().getResourceAsStream("/signing/" + name + ".signed")) {
      parts = new String(in.readAllBytes(), UTF_8).strip().split("\n---\n", -1);
    }
    var message = object(parts[1]);

    assertThat(text(message, LineOrder.NATURAL)).isEqualTo(parts[2]);
    assertThat(GateSignature.sign(message, new Secret(parts[0]))).isEqualTo(parts[3]);
    assertThat(GateSignature.with(new Secret(parts[0])).verify(message, parts[3]))
        .isEqualTo(Verdict.RIGHT);
  }

  @ParameterizedTest(name = "{0} signs as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # message                              | signed text
          {"a":"text"}                           | a:text
          {"a":" spaces stay "}                  | a: spaces stay
          {"a":"\\/ \\u00e9"}                    | a:/ é
          {"a":"x:y"}                            | a:x:y
          {"a":123}                              | a:123
          {"a":"123"}                            | a:123
          {"a":-7}                               | a:-7
          {"a":9223372036854775808}              | a:9223372036854775808
          {"a":12.5}                             | a:12.5
          {"a":5.0}                              | a:5.0
          {"a":1e2}                              | a:1e2
          {"a":-0}                               | a:-0
          {"a":true,"b":false}                   | a:1;b:0
          {"a":null}                             | a:
          {"a":""}                               | a:
          {"a":[],"b":{},"c":1}                  | c:1
          {"a":[[],{}],"c":1}                    | c:1
          {}                                     | ''
          {"a":["x",["y",true]]}                 | a:0:x;a:1:0:y;a:1:1:1
          {"a":{"b":{"c":null}}}                 | a:b:c:
          {"a:b":{"c:":1}}                       | a::b:c:::1
          {"":1}                                 | ':1'
          {"":{"":1}}                            | '::1'
          {"frame_mode":"iframe","a":1}          | a:1
          {"a":{"frame_mode":{"x":1},"b":2}}     | a:b:2
          {"a":[{"frame_mode":1,"b":2}]}         | a:0:b:2
          {"b":1,"a":2}                          | a:2;b:1
          """)
  void everyValueHasOneText(String message, String expected) throws JsonRefused {
    assertThat(text(object(message), LineOrder.NATURAL).strip()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} > {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # place | message                                                             | verdict
          root    | {"a":1}                                                             | EMPTY
          root    | {"a":1,"signature":""}                                              | EMPTY
          root    | {"a":1,"signature":null}                                            | EMPTY
          root    | {"a":1,"general":{"signature":"x"}}                                 | EMPTY
          root    | {"a":1,"signature":7}                                               | MALFORMED
          root    | {"a":1,"signature":["x"]}                                           | MALFORMED
          root    | {"a":1,"signature":"x"}                                             | MALFORMED
          root    | {"a":1,"signature":"${87}=="}                                       | MALFORMED
          root    | {"a":1,"signature":"${86}=="}                                       | WRONG
          root    | {"a":1,"signature":"${85}-=="}                                      | MALFORMED
          root    | {"a":1,"signature":"${85} =="}                                      | MALFORMED
          root    | {"a":1,"signature":"${86}=A"}                                       | MALFORMED
          root    | {"a":1,"signature":"${88}"}                                         | MALFORMED
          general | {"general":{"project_id":1}}                                        | EMPTY
          general | {"general":"signature"}                                             | EMPTY
          general | {"signature":"${86}=="}                                             | EMPTY
          general | {"general":{"signature":"${86}=="}}                                 | WRONG
          general | {"general":{"signature":"${86}=="},"signature":"x"}                 | STRAY
          general | {"general":{"signature":"${86}==","more":{"signature":"x"}}}        | STRAY
          general | {"general":{"signature":"${86}=="},"a":[{"signature":null}]}        | STRAY
          general | {"general":{"signature":"${86}=="},"a":{"general":{"signature":1}}} | STRAY
          general | {"general":{"signature":"${86}=="},"frame_mode":{"signature":1}}    | STRAY
          root    | {"signature":"${86}==","general":{"signature":"x"}}                 | STRAY
          root    | {"signature":"${86}==","Signature":"x"}                             | WRONG
          """)
  void whatIsNotRight(String place, String message, Verdict verdict) throws JsonRefused {
    var filled = message;
    for (int n = 85; n <= 88; n++) filled = filled.replace("${" + n + "}", "A".repeat(n));

    assertThat(SIGNATURE.verify(object(filled), place(place))).isEqualTo(verdict);
  }

  @Test
  void signsWhereItIsTold() throws JsonRefused {
    var message = object("{\"general\":{\"project_id\":1},\"a\":1}");

    var atRoot = SIGNATURE.signed(message);
    assertThat(atRoot.members().lastEntry().getKey()).isEqualTo("signature");
    assertThat(SIGNATURE.verify(atRoot, Place.ROOT)).isEqualTo(Verdict.RIGHT);
    assertThat(SIGNATURE.verify(atRoot, Place.GENERAL)).isEqualTo(Verdict.EMPTY);

    var inGeneral = SIGNATURE.signed(message, Place.GENERAL);
    assertThat(inGeneral.at("general", "signature")).isEqualTo(atRoot.member("signature"));
    assertThat(SIGNATURE.verify(inGeneral, Place.GENERAL)).isEqualTo(Verdict.RIGHT);
    assertThat(SIGNATURE.verify(inGeneral, Place.ROOT)).isEqualTo(Verdict.EMPTY);
  }

  @Test
  void neverSignsTwice() throws JsonRefused {
    var signed = SIGNATURE.signed(object("{\"a\":1}"));

    assertThatIllegalArgumentException().isThrownBy(() -> SIGNATURE.signed(signed));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SIGNATURE.signed(object("{\"general\":1}"), Place.GENERAL));
  }

  @Test
  void anOldKeyStillVerifiesButNoLongerSigns() throws JsonRefused {
    var newest = new Secret("newest");
    var changing = GateSignature.with(newest, KEY);
    var message = object("{\"a\":1}");

    assertThat(changing.verify(SIGNATURE.signed(message), Place.ROOT)).isEqualTo(Verdict.RIGHT);
    assertThat(changing.sign(message)).isEqualTo(GateSignature.sign(message, newest));
    assertThat(SIGNATURE.verify(changing.signed(message), Place.ROOT)).isEqualTo(Verdict.WRONG);
  }

  /** What signers that sort in one of the two other ways have made is accepted as well. */
  @ParameterizedTest
  @CsvSource({"NATURAL", "PATH_BYTES", "LINE_BYTES"})
  void acceptsEveryPublicOrder(LineOrder order) {
    var items = Json.array(List.of("abcdefghijkl".split("")).stream().map(Json::text).toList());
    var message = Json.object().put("addr", "x").put("addr2", "y").put("list", items).build();
    var given = Hmac.sha512(KEY).base64(text(message, order));

    assertThat(List.of(LineOrder.values()))
        .map(each -> text(message, each))
        .doesNotHaveDuplicates();
    assertThat(SIGNATURE.verify(message, given)).isEqualTo(Verdict.RIGHT);
  }

  static Json.Obj object(String text) throws JsonRefused {
    return (Json.Obj) JsonReader.read(text.getBytes(UTF_8), Limits.MESSAGE);
  }

  static String text(Json.Obj message, LineOrder order) {
    return CanonicalForm.of(message).in(order);
  }

  private static Place place(String name) {
    return name.equals("root") ? Place.ROOT : Place.GENERAL;
  }
}
