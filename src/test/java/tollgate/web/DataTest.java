package tollgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.web.GateServer.at;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tollgate.json.Json;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;

/** The Data API as somebody who reconciles asks it. All sales end at 2026-03-02 09:15:06 UTC. */
class DataTest {

  private static final Good OPERATIONS = new Good("/v1/operations/get", true, message(""));
  private static final Good COSTS = OPERATIONS.at("/v1/financial-reporting/operations");
  private static final Good BALANCE = OPERATIONS.at("/v1/balance/get");

  private GateServer server;

  @BeforeEach
  void start() {
    server = GateServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void anOperationIsToldInTheOrderOfItsMembers() {
    var sale = sold("TG-1");
    server.happens(sale.id(), new SaleApproved(sale.terms().amount(), "tng-88f1"));

    var body = asked(OPERATIONS);

    var item = items(body).getFirst();
    assertThat(item.encode())
        .isEqualTo(
            """
            {"project_id":210,"operation_id":%d,"payment_id":"TG-1","operation_type":"sale",\
            "operation_status":"success","payment_status":"success","operation_code":"0",\
            "operation_message":"Success","customer_id":"cust-88","customer_ip":"192.0.2.44",\
            "payment_method_name":"Touchngo Wallet","payment_method_type":"touchngo",\
            "payment_description":"Top-up №7 / gold",\
            "operation_created_at":"2026-03-02 09:15:06",\
            "operation_completed_at":"2026-03-02 09:15:06","initial_amount":12550,\
            "initial_currency":"MYR","channel_amount":12550,"channel_currency":"MYR",\
            "provider_payment_id":"tng-88f1","request_id":"%s"}\
            """
                .formatted(sale.id().operation(), sale.terms().requestId()));
  }

  @Test
  void whatIsOpenIsNotThere() {
    sold("TG-1");

    assertThat(items(asked(OPERATIONS))).isEmpty();
    assertThat(items(asked(byPayment("TG-1")))).isEmpty();
    assertThat(items(asked(byPayment("nobody's")))).isEmpty();
  }

  @Test
  void timesAreThoseOfTheZoneAndIntervalsAreHalfOpen() {
    declined("TG-1");
    var there = OPERATIONS.with("timezone", "\"Asia/Kuala_Lumpur\"");

    assertThat(at(asked(there), "operations.0.operation_completed_at"))
        .isEqualTo("2026-03-02 17:15:06");
    assertThat(items(asked(between(there, "17:15:06", "17:15:07")))).hasSize(1);
    assertThat(items(asked(between(there, "17:15:05", "17:15:06")))).isEmpty();
    assertThat(items(asked(between(OPERATIONS, "17:15:06", "17:15:07")))).isEmpty();
    assertThat(items(asked(between(OPERATIONS, "09:15:06", "09:15:07")))).hasSize(1);
  }

  @Test
  void whoWantsLessIsToldLessInTheSameOrder() {
    declined("TG-1");

    var some = OPERATIONS.with("fields", "[\"operation_code\",\"payment_id\",\"account_number\"]");

    assertThat(items(asked(some)).getFirst().encode())
        .isEqualTo("{\"payment_id\":\"TG-1\",\"operation_code\":\"20000\"}");
  }

  @Test
  void pagesAreSkippedAndLimitedAndSignedHoweverLong() {
    var all = new ArrayList<String>();
    IntStream.range(0, 30).forEach(n -> all.addFirst(declined("TG-" + n)));

    assertThat(ids(asked(OPERATIONS))).isEqualTo(all);
    assertThat(ids(asked(OPERATIONS.with("limit", "12")))).isEqualTo(all.subList(0, 12));
    assertThat(ids(asked(OPERATIONS.with("limit", "12").with("offset", "24"))))
        .isEqualTo(all.subList(24, 30));
    assertThat(ids(asked(OPERATIONS.with("offset", "5000")))).isEmpty();
    assertThat(ids(asked(OPERATIONS.with("operation_type", "\"payout\"")))).isEmpty();
    assertThat(ids(asked(OPERATIONS.with("project_id", "[211]")))).isEmpty();
    assertThat(ids(asked(OPERATIONS.with("project_id", "[211,210,211]")))).isEqualTo(all);
  }

  @Test
  void aPaymentsOperationsAreFoundByItsName() {
    declined("TG-1");
    declined("TG-2");

    assertThat(ids(asked(byPayment("TG-2")))).containsExactly("TG-2");
  }

  @Test
  void whatItCostIsToldWhereMoneyMoved() {
    declined("TG-1");
    var sale = sold("TG-2");
    server.happens(sale.id(), new SaleApproved(sale.terms().amount(), "tng-88f1"));

    var items = items(asked(COSTS));

    assertThat(items.get(0).encode())
        .endsWith("\"fee_amount\":0,\"fee_currency\":\"MYR\",\"net_amount\":12550}");
    assertThat(items.get(1).encode()).doesNotContain("fee_", "net_");
    assertThat(items(asked(OPERATIONS)).get(0).encode()).doesNotContain("fee_", "net_");
  }

  @Test
  void balancesAreTextsUnderTheirCurrency() {
    assertThat(asked(BALANCE).without("signature").encode()).isEqualTo("{\"balance\":[]}");
    var sale = sold("TG-1");
    server.happens(sale.id(), new SaleApproved(sale.terms().amount(), "tng-88f1"));

    assertThat(asked(BALANCE).without("signature").encode())
        .isEqualTo("{\"balance\":[{\"name\":\"210_balance_MYR\",\"MYR\":\"12550\"}]}");
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain() {
    var twoASecond = new DataOptions(0, 2, 4);
    try (var narrow = new GateServer(GateServer.USUAL, twoASecond, GateServer.NO_MAIL)) {
      var answers =
          IntStream.range(0, 6)
              .mapToObj(_ -> narrow.post(BALANCE, TestTenants.DATA.key()))
              .toList();

      assertThat(answers.getFirst().statusCode()).isEqualTo(200);
      var refused = answers.getLast();
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
      assertThat(at(GateServer.read(refused.body()), "code")).isEqualTo("601");
    }
  }

  @Test
  void theTrafficIsCountedByItsOwnName() {
    asked(BALANCE);
    server.post(BALANCE.with("token", "\"of-nobody\""), TestTenants.DATA.key());

    assertThat(server.registry.scrape())
        .contains("api=\"data\"", "route=\"/v1/balance/get\"")
        .contains("tollgate_auth_failures_total{reason=\"unknown_token\"} 1.0");
  }

  private Payment sold(String paymentId) {
    var good = Good.named("sale", "").with("general.payment_id", "\"" + paymentId + "\"");
    assertThat(server.post(good, TestTenants.KEY).statusCode()).isEqualTo(200);
    return GateServer.now(server.store.payments().find(TestTenants.PROJECT, paymentId))
        .orElseThrow()
        .payment();
  }

  private String declined(String paymentId) {
    var sale = sold(paymentId);
    server.happens(sale.id(), new SaleDeclined(Code.PROVIDER_GENERAL_DECLINE, ""));
    return paymentId;
  }

  private Json.Obj asked(Good question) {
    var response = server.post(question, TestTenants.DATA.key());
    assertThat(response.statusCode()).as(text(response)).isEqualTo(200);
    var body = GateServer.read(response.body());
    assertThat(GateSignature.verify(body, Place.ROOT, TestTenants.DATA.key()))
        .isEqualTo(Verdict.RIGHT);
    return body;
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  private static Good byPayment(String paymentId) {
    var message = message(",\"project_id\":210,\"payment_id\":\"" + paymentId + "\"");
    return new Good("/v1/operations/get-by-payment", true, message);
  }

  private static Good between(Good good, String from, String to) {
    var interval =
        "{\"date_from\":\"2026-03-02 %s\",\"date_to\":\"2026-03-02 %s\"}".formatted(from, to);
    return good.with("interval", interval);
  }

  private static Json.Obj message(String more) {
    return GateServer.object("{\"token\":\"demo-data-token-of-both-taxis1\"" + more + "}");
  }

  private static List<Json> items(Json.Obj body) {
    return ((Json.Arr) body.member("operations")).items();
  }

  private static List<String> ids(Json.Obj body) {
    return items(body).stream().map(item -> ((Json.Obj) item).text("payment_id")).toList();
  }
}
