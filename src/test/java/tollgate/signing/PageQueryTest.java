package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.json.JsonRefused;
import tollgate.signing.GateSignature.Verdict;
import tollgate.tenant.Secret;

class PageQueryTest {

  private static final GateSignature KEYS = GateSignature.with(new Secret("demo-secret-210"));

  static Stream<String> recorded() throws IOException {
    try (var in = PageQueryTest.class.getResourceAsStream("/signing/page-queries.txt")) {
      var text = new String(in.readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void whatPublicProgramsWroteIsRight(String line) throws QueryRefused {
    var query = PageQuery.read(line.split(" \\| ", 3)[2]);

    var checked = query.check(KEYS);

    assertThat(checked.verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(checked.signed().text("customer_id")).isEqualTo("cust-88");
    assertThat(checked.signed().member("frame_mode")).isNull();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void nothingInThemCanBeChanged(String line) throws QueryRefused {
    var changed = line.split(" \\| ", 3)[2].replace("12550", "12551");

    assertThat(PageQuery.read(changed).check(KEYS).verdict()).isEqualTo(Verdict.WRONG);
  }

  /** Example C of gate-api, section 2.7: the address says true, the signed value is 1. */
  @Test
  void theWorkedExample() throws QueryRefused {
    var query =
        "project_id=4021&payment_id=PP-55&payment_amount=5000&payment_currency=MYR"
            + "&customer_id=cust-88&payment_description=Coffee+%26+cake"
            + "&force_payment_method=touchngo_wallet&force_acs_new_window=true&merchant_fail_url="
            + "&signature=kMK58Oz44cIeAn9gDI7Z3DiP/4ax3LgjF75u2RnGaY6SPji0I5A8g9TMQA"
            + "/rGmB/V6Xic4u5FPJezhorZsyBNg==";

    var keys = GateSignature.with(new Secret("pp-demo-key-2"));

    assertThat(PageQuery.read(query).check(keys).verdict()).isEqualTo(Verdict.RIGHT);
  }

  /** What is signed, what is sent, and what of it counts. */
  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # signed                       | sent                          | what counts
          {"a":"1"}                      | a=1                           | {"a":"1"}
          {"a":"x y+z"}                  | a=x+y%2Bz                     | {"a":"x y+z"}
          {"a":"é №"}                    | a=%C3%A9%20%e2%84%96          | {"a":"é №"}
          {"a":""}                       | a                             | {"a":""}
          {"a":"","b":"="}               | &a=&&b==&                     | {"a":"","b":"="}
          {"redirect":"1"}               | redirect=True                 | {"redirect":"True"}
          {"redirect":"0","b":"true"}    | redirect=false&b=true         | {"redirect":"false","b":"true"}
          {"redirect":"true"}            | redirect=true                 | {"redirect":"true"}
          {"a":"1","b":"0"}              | a=TRUE&b=False                | {"a":"TRUE","b":"False"}
          {"a":{"b":"1","c":"x"}}        | a%5Bb%5D=true&a[c]=x          | {"a":{"b":"true","c":"x"}}
          {"a":{"b":{"c":{"d":"x"}}}}    | a[b][c][d]=x                  | {"a":{"b":{"c":{"d":"x"}}}}
          {"a":["x","y"]}                | a[0]=x&a[1]=y                 | {"a":{"0":"x","1":"y"}}
          {"a":"1"}                      | a=1&_v=2                      | {"a":"1"}
          {"a":"1","_v":"2"}             | a=1&_v=2                      | {"a":"1","_v":"2"}
          {"a":"1"}                      | a=1&frame_mode=x              | {"a":"1"}
          {"a":"1","_b":"1"}             | a=true&_b=true&frame_mode=x   | {"a":"true","_b":"true"}
          """)
  void manyWaysOfSigningAreRight(String signed, String sent, String counts)
      throws JsonRefused, QueryRefused {
    var signature = KEYS.sign(GateSignatureTest.object(signed));
    var query = sent + "&signature=" + URLEncoder.encode(signature, UTF_8);

    var checked = PageQuery.read(query).check(KEYS);

    assertThat(checked.verdict()).isEqualTo(Verdict.RIGHT);
    assertThat(checked.signed()).isEqualTo(GateSignatureTest.object(counts));
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":"1"}               | a=true&b=1
          {"a":"1"}               | a=yes
          {"a":"1"}               | a=1&c=
          {"a":"1","b":"2"}       | a=1
          {"a":"1"}               | a=1&a[b]_=2
          """)
  void othersAreWrong(String signed, String sent) throws JsonRefused {
    var signature = KEYS.sign(GateSignatureTest.object(signed));
    var query = sent + "&signature=" + URLEncoder.encode(signature, UTF_8);

    assertThat(verdict(query)).isNotEqualTo(Verdict.RIGHT);
  }

  @Test
  void aPlusThatWasNotEscapedIsForgiven() throws JsonRefused, QueryRefused {
    for (int i = 0; i < 20; i++) {
      var signature = KEYS.sign(GateSignatureTest.object("{\"a\":\"" + i + "\"}"));

      assertThat(verdict("a=" + i + "&signature=" + signature)).isEqualTo(Verdict.RIGHT);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a=1, EMPTY",
    "'', EMPTY",
    "a=1&signature=, EMPTY",
    "a=1&signature=x, MALFORMED",
  })
  void withoutASignature(String query, Verdict verdict) {
    assertThat(verdict(query)).isEqualTo(verdict);
  }

  @Test
  void aSecondSignatureDeeperDownIsStray() {
    assertThat(verdict("a[signature]=1&signature=" + "A".repeat(86) + "=="))
        .isEqualTo(Verdict.STRAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1&a=1",
        "a=1&a[b]=2",
        "a[b]=2&a=1",
        "a[b]=1&a[b]=2",
        "signature=a&signature=b",
        "signature[a]=b",
        "a[]=1",
        "a[b=1",
        "a]=1",
        "a[b]c=1",
        "[a]=1",
        "a[[b]]=1",
        "a[b]]=1",
        "=1",
        "a[b][c][d][e]=1",
        "a=%",
        "a=%1",
        "a=%zz",
        "a=%+1",
        "a=%c3",
        "a=%ff",
        "a=%ed%a0%80",
        "a=é"
      })
  void whatCanBeReadInTwoWaysIsNotRead(String query) {
    assertThatExceptionOfType(QueryRefused.class).isThrownBy(() -> PageQuery.read(query));
  }

  @Test
  void thereIsALimit() {
    var query = new StringBuilder();
    for (int i = 0; i <= QueryText.PARAMETERS_MAX; i++) query.append("&a").append(i).append("=1");

    assertThatExceptionOfType(QueryRefused.class)
        .isThrownBy(() -> PageQuery.read(query.toString()))
        .satisfies(refused -> assertThat(refused.words()).startsWith("more than "));
  }

  private static Verdict verdict(String query) {
    try {
      return PageQuery.read(query).check(KEYS).verdict();
    } catch (QueryRefused refused) {
      return Verdict.MALFORMED;
    }
  }
}
