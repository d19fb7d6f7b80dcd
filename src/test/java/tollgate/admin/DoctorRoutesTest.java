package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.Sales;
import tollgate.signing.Digest;
import tollgate.support.Postgres;

/** A person shows the doctor what a provider says it sent; the database is none the wiser. */
class DoctorRoutesTest extends AdminGround {

  private static final String GATEWAYS = "/admin/v1/centres/demo/gateways/";
  private static final long MIDTRANS = 2;
  private static final List<String> TABLES =
      List.of(
          "payment",
          "refund",
          "posting",
          "balance",
          "outbox",
          "webhook",
          "callback",
          "contradiction",
          "event",
          "event_head",
          "unnumbered",
          "completion",
          "id_block",
          "configuration",
          "configuration_change");

  @Test
  void whatWouldBeTakenIsToldAndNotTaken() {
    var id = opened();
    var before = state();

    var told = examined(MIDTRANS, body(id, "50.00", key()));

    assertThat(told)
        .contains("\"kind\":\"genuine\"", "\"key\":\"server_key\"", "\"timing\":\"early\"")
        .contains("\"decision\":\"step\"", "\"before\":\"processing\",\"after\":\"success\"")
        .contains("\"debit\":\"clearing:2\",\"credit\":\"merchant\",\"amount\":\"50.00\"")
        .contains("\"effects\":[\"notify final\"]", "\"answer\":{\"status\":200,")
        .doesNotContain(key());
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void whatIsWrongIsTold() {
    var id = opened();

    assertThat(examined(MIDTRANS, body(id, "50.00", key() + "\n")))
        .contains("\"kind\":\"forged\"", "\"key\":null", "server_key and a line end after it");
    assertThat(examined(MIDTRANS, body(id, "49.00", key())))
        .contains("{\"what\":\"amount\",\"told\":\"49.00\",\"expected\":\"50.00\"}")
        .contains("\"decision\":\"refused\"", "\"result\":\"mismatch\"");
    assertThat(examined(1, body(id, "50.00", key()))).contains("\"kind\":\"malformed\"");
  }

  /** Whatever a callback says: a key that stands in it is not shown either. */
  @Test
  void noKeyIsShownEvenIfItWasSent() {
    var id = opened();
    var sent = body(id, "50.00", key()).replace("\"settlement\"", "\"" + key() + "\"");

    assertThat(examined(MIDTRANS, sent)).contains("\"status\":\"***\"").doesNotContain(key());
  }

  @Test
  void bytesMayComeAsBase64() {
    var bytes = HexFormat.of().parseHex("7b22d0227d");
    var asked = Json.object().put("body_base64", Base64.getEncoder().encodeToString(bytes)).build();

    assertThat(ok(200, post(MIDTRANS, asked.encode())).body()).contains("not UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"method":"PUT"}                   | must be GET or POST
          {"method":1}                       | must be a text
          {"path":"/"}                       | there is no
          {"headers":[]}                     | must be texts by name
          {"headers":{"a":1}}                | must be texts by name
          {"body":"a","body_base64":"YQ=="}  | not both
          {"body_base64":"*"}                | must be Base64
          []                                 | must be a JSON object
          """)
  void aBadQuestionIsRefused(String asked, String why) {
    assertThat(ok(400, post(MIDTRANS, asked)).body()).contains(why);
  }

  @ParameterizedTest
  @CsvSource({"demo, 99", "other, 2", "demo, x", "demo, 0"})
  void onlyOfItsOwnCentre(String centre, String gateway) {
    var path = "/admin/v1/centres/" + centre + "/gateways/" + gateway + "/callbacks/examine";

    ok(404, server.send("POST", path, "{}"));
  }

  private static Payment.Id opened() {
    var id = new Payment.Id(211, await(server.stores.operations().next()));
    var sale = Sales.SALE.of(Money.of(5000, "IDR")).through(MIDTRANS);
    await(server.engine.open(sale.open(id)));
    return id;
  }

  private static String key() {
    return server.directory.get().gateways().get(MIDTRANS).key("server_key").reveal();
  }

  private static String body(Payment.Id id, String amount, String key) {
    var reference = "TG-" + id.project() + "-" + id.operation();
    var signature = Digest.SHA512.hex(reference + "200" + amount + key);
    return Json.object()
        .put("order_id", reference)
        .put("status_code", "200")
        .put("gross_amount", amount)
        .put("transaction_status", "settlement")
        .put("transaction_id", "5b8f6c1e-0a51-4f3c-9a0f-6f0f6f4f2c11")
        .put("signature_key", signature)
        .build()
        .encode();
  }

  private static String examined(long gateway, String body) {
    return ok(200, post(gateway, Json.object().put("body", body).build().encode())).body();
  }

  private static HttpResponse<String> post(long gateway, String asked) {
    return server.send("POST", GATEWAYS + gateway + "/callbacks/examine", asked);
  }

  /** Every row of every table that asking could have touched. */
  private static Map<String, Long> state() {
    return TABLES.stream().collect(Collectors.toMap(table -> table, DoctorRoutesTest::hash));
  }

  private static long hash(String table) {
    var rows = "string_agg(t::text, ' ' order by t::text)";
    return Postgres.number(
        server.database.database(),
        "select hashtextextended(coalesce(" + rows + ", ''), 0) from " + table + " t");
  }
}
