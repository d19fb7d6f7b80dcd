package tollgate.sandbox.robokassa;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.sandbox.robokassa.RobokassaCalls.BASE;
import static tollgate.sandbox.robokassa.RobokassaCalls.fields;
import static tollgate.sandbox.robokassa.RobokassaCalls.md5;
import static tollgate.sandbox.robokassa.RobokassaCalls.signed;

import io.vertx.core.json.JsonObject;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.sandbox.Playground;

/** The redirect and the page, §2, §3, §5 and §12. */
class RobokassaPageTest {

  private static final String RECEIPT =
      "{\"items\":[{\"name\":\"Top-up\",\"quantity\":1,\"sum\":250.5,\"tax\":\"none\"}]}";
  private static final String RECEIPT_ENCODED =
      "%7B%22items%22%3A%5B%7B%22name%22%3A%22Top-up%22%2C%22quantity%22%3A1%2C%22sum%22%3A250.5"
          + "%2C%22tax%22%3A%22none%22%7D%5D%7D";

  private final Playground ground = new Playground();
  private final RobokassaCalls calls = new RobokassaCalls(ground);

  @AfterEach
  void close() {
    ground.close();
  }

  @Test
  void theWorkedExampleOfARequestIsTaken() {
    var form = fields("71001", "250.50", "Top-up");
    form.put("SignatureValue", "B42C83F5022e3e053eb9adc6ae0dc43f");

    assertThat(calls.pay(form).statusCode()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          7f461c30f4109825397ff55a72db4d4f | plain
          b2dfd53ad1fb828510463264cea5cd7a | encoded
          """)
  void theSignatureCoversTheReceiptAsItReadsAfterOneDecoding(String signature, String form) {
    var all = fields("71002", "250.50", "Top-up");
    all.keySet().removeIf(name -> name.startsWith("Shp"));
    all.put("Receipt", form.equals("plain") ? RECEIPT : RECEIPT_ENCODED);
    all.put("SignatureValue", signature);

    assertThat(calls.pay(all).statusCode()).isEqualTo(303);
  }

  @Test
  void everySignedFieldHasItsPlace() {
    var all = fields("71003", "10", "Top-up");
    all.put("OutSumCurrency", "USD");
    all.put("UserIp", "10.0.0.1");
    all.put("StepByStep", "true");

    assertThat(calls.pay(signed(all, ":USD:10.0.0.1:true")).statusCode()).isEqualTo(303);
    assertThat(calls.pay(signed(all, ":10.0.0.1:USD:true")).body()).contains("Error 29");
    calls.play("71003", "pay");
    assertThat(calls.state("71003")).contains("<Code>20</Code>");
  }

  @Test
  void withoutANumberTheShopGetsOne() {
    var all = fields("", "25.00", "Top-up");

    assertThat(calls.pay(signed(all, "")).statusCode()).isEqualTo(303);
    assertThat(ground.json(BASE + "/transactions").getJsonArray("transactions").getJsonObject(0))
        .satisfies(one -> assertThat(((JsonObject) one).getLong("invoice")).isPositive());
  }

  @Test
  void aGetIsAsGoodAndTheOtherPathToo() {
    var form = Playground.encoded(signed(fields("71001", "250.50", "Top-up"), ""));

    assertThat(ground.get(BASE + "/Merchant/Payment/Index?" + form).statusCode()).isEqualTo(303);
  }

  @Test
  void anOldDescriptionIsReadInItsCharset() {
    var form = signed(fields("71001", "250.50", "x"), "");
    form.put("Encoding", "windows-1251");
    var query = Playground.encoded(form).replace("Description=x", "Description=%CF%EB%E0%F2");
    var page = ground.get(BASE + "/Merchant/Index.aspx?" + query);

    var shown = ground.get(page.headers().firstValue("Location").orElseThrow()).body();
    assertThat(shown).contains("Плат");
  }

  @Test
  void theServersWayGivesANumberToGoTo() {
    var answer =
        ground.form(
            BASE + "/Merchant/Indexjson.aspx", signed(fields("71001", "250.50", "Top-up"), ""));

    var id = new JsonObject(answer.body()).getString("invoiceID");
    assertThat(ground.get(BASE + "/Merchant/Index/" + id).body()).contains("RUB 250.50");
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          OutSum         | 0.00                      | 400
          OutSum         | 10.001                    | 400
          OutSum         | -1                        | 400
          OutSum         | 1e3                       | 400
          InvId          | 2147483648                | 400
          InvId          | x                         | 400
          Description    | ""                        | 400
          OutSumCurrency | MYR                       | 403
          ExpirationDate | 2026-03-01T03:00:02+00:00 | 410
          Receipt        | no json                   | 403
          IsTest         | 1                         | 403
          MerchantLogin  | nobody                    | 403
          """)
  void whatIsNotAllowedIsRefused(String name, String value, int status) {
    var form = fields("71001", "250.50", "Top-up");
    form.put(name, value);
    if (name.equals("InvId")) form.put("Shp_order", "W-" + value);

    assertThat(calls.pay(signed(form, "")).statusCode()).isEqualTo(status);
  }

  @Test
  void aNumberIsUsedOnce() {
    calls.arrived("71001", "250.50", "Top-up");

    assertThat(calls.pay(signed(fields("71001", "250.50", "Top-up"), "")).statusCode())
        .isEqualTo(303);
    assertThat(calls.pay(signed(fields("71001", "250.51", "Top-up"), "")).statusCode())
        .isEqualTo(409);
    calls.play("71001", "pay");
    assertThat(calls.pay(signed(fields("71001", "250.50", "Top-up"), "")).statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pay", "cancel"})
  void theBrowserGoesBackWhereTheCabinetSays(String action) {
    var page = calls.arrived("71001", "250.50", "Top-up <b>");
    assertThat(ground.get(page).body()).contains("Taxi &lt;Blue&gt; &amp; Co", "Top-up &lt;b&gt;");

    var left = ground.post(page + "/" + action, "");

    var to = left.headers().firstValue("Location").orElseThrow();
    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(to)
        .startsWith("http://shop.example/" + (action.equals("pay") ? "ok" : "fail") + "?")
        .contains("OutSum=250.500000&InvId=71001&", "Culture=ru", "Shp_order=W-71001");
    var signature = md5("250.500000:71001:p1-demo-Aa:Shp_order=W-71001:Shp_user=42");
    assertThat(signature).isEqualTo("bc88948d0846f59963af053165b0329b");
    assertThat(to.contains("SignatureValue=" + signature)).isEqualTo(action.equals("pay"));
  }

  @ParameterizedTest
  @CsvSource({"400.00, Decline", "403.01, Cancel"})
  void someAmountsCanOnlyEndSo(String sum, String button) {
    var body = ground.get(calls.arrived("71001", sum, "Top-up")).body();

    assertThat(body).contains(">" + button + "<").doesNotContain(">Pay<");
  }

  @Test
  void thePageMayFail() {
    var form = signed(fields("71001", "250.50", "sandbox:error=502"), "");

    assertThat(calls.pay(new TreeMap<>(form)).statusCode()).isEqualTo(502);
    assertThat(calls.pay(new TreeMap<>(form)).statusCode()).isEqualTo(303);
  }
}
