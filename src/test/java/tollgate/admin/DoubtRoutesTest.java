package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Duty;
import tollgate.money.Money;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundDispatched;
import tollgate.payment.PaymentEvent.RefundPending;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.Refund;
import tollgate.payment.Sales;

/** A person ends what no provider can be asked about. */
class DoubtRoutesTest extends AdminGround {

  private static final Money PAID = Money.of(5000, "MYR");
  private static final String WHY = "{\"why\":\"their letter, no. 114\",\"providers_id\":\"R-9\"}";

  @Test
  void givenBackItIsGone() {
    var before = merchantHas();
    var id = inDoubt();
    var shown = ok(200, get(id));
    assertThat(shown.body())
        .contains("\"state\":\"in doubt\"", "\"amount\":2000", "\"providers_id\":\"\"");

    var done = ok(200, post(id, "done", WHY, etag(shown)));
    assertThat(done.body()).contains("\"state\":\"done\"", "\"providers_id\":\"R-9\"");
    assertThat(etag(done)).isNotEqualTo(etag(shown));
    assertThat(merchantHas()).isEqualTo(before + 3000);
    assertThat(attempt(id, Effect.REFUND_AT_PROVIDER)).isZero();
    assertThat(attempt(id, Effect.NOTIFY_FINAL)).isEqualTo(1);
    assertThat(server.get("/admin/v1/configuration/changes").body())
        .contains(
            "\"who\":\"admin: ann@taxi\",\"what\":\"end refund "
                + name(id)
                + " as done: their letter");
  }

  @Test
  void notGivenBackItIsTheMerchantsAgain() {
    var before = merchantHas();
    var id = inDoubt();

    assertThat(ok(200, post(id, "not-done", WHY, etag(ok(200, get(id))))).body())
        .contains("\"state\":\"not done\"");
    assertThat(merchantHas()).isEqualTo(before + 5000);
    assertThat(attempt(id, Effect.NOTIFY_FINAL)).isEqualTo(1);
  }

  @Test
  void onceIsEnoughAndOtherwiseIsTooLate() {
    var id = inDoubt();
    var seen = etag(ok(200, get(id)));
    ok(200, post(id, "done", WHY, seen));
    var has = merchantHas();

    assertThat(ok(200, post(id, "done", WHY, seen)).body()).contains("\"state\":\"done\"");
    assertThat(ok(200, post(id, "done", WHY, null)).body()).contains("\"state\":\"done\"");
    assertThat(ok(409, post(id, "not-done", WHY, "*")).body()).contains("not in doubt: done");
    assertThat(merchantHas()).isEqualTo(has);
    var logged = server.get("/admin/v1/configuration/changes").body();
    assertThat(logged.split("end refund " + name(id), -1)).hasSize(2);
  }

  @Test
  void whoSawAnotherVersionLooksAgain() {
    var id = inDoubt();
    var seen = etag(ok(200, get(id)));
    tell(sale(id), new RefundPending(id.operation(), "R-1"));

    ok(412, post(id, "done", WHY, seen));
    ok(428, post(id, "done", WHY, null));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"in doubt\"", "R-1");
    ok(200, post(id, "done", "{\"why\":\"x\"}", "*"));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"done\"", "R-1");
  }

  @Test
  void whatTheProviderStillDecidesIsNotForAPerson() {
    var id = refund();

    assertThat(ok(200, get(id)).body()).contains("\"state\":\"in flight\"");
    assertThat(ok(409, post(id, "done", WHY, "*")).body()).contains("in flight");
    ok(409, post(id, "not-done", WHY, "*"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | other/projects/210/refunds/ID
          GET  | demo/projects/211/refunds/ID
          GET  | demo/projects/x/refunds/ID
          GET  | demo/projects/210/refunds/0
          GET  | demo/projects/210/refunds/SALE
          POST | other/projects/210/refunds/ID/done
          POST | demo/projects/999/refunds/ID/not-done
          POST | demo/projects/210/refunds/-1/done
          POST | demo/projects/210/refunds/99999999999999999999/done
          """)
  void onlyOfItsOwnCentreAndProject(String method, String path) {
    var id = inDoubt();
    var own = path.replace("ID", Long.toString(id.operation()));
    var address = own.replace("SALE", Long.toString(sale(id).operation()));

    var body = method.equals("GET") ? null : WHY;
    ok(404, server.send(method, "/admin/v1/centres/" + address, body, "If-Match", "*"));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"in doubt\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}
          {"why":7}
          {"why":""}
          {"why":" "}
          {"why":"x","providers_id":7}
          {"why":"x","amount":1}
          {"providers_id":"R-1"}
          []
          no JSON
          """)
  void whyMustBeSaid(String body) {
    var id = inDoubt();

    ok(400, post(id, "done", body, "*"));
    ok(400, post(id, "not-done", body, "*"));
    ok(400, post(id, "done", "{\"why\":\"%s\"}".formatted("x".repeat(256)), "*"));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"in doubt\"");
  }

  /** Its duty waits for a person, as where no provider can be asked. */
  private static Payment.Id inDoubt() {
    var id = refund();
    tell(sale(id), new RefundDispatched(id.operation()));
    var payment = payment(id);
    await(
        server
            .stores
            .outbox()
            .exhausted(new Duty(payment, id, Effect.REFUND_AT_PROVIDER, 1, null)));
    return id;
  }

  private static Payment.Id refund() {
    var sale = new Payment.Id(210, await(server.stores.operations().next()));
    await(server.engine.open(Sales.SALE.of(PAID).through(2).open(sale)));
    tell(sale, new SaleApproved(PAID, Sales.THEIRS + sale.operation()));
    var operation = await(server.stores.operations().next());
    var wish = new Refund.Wish("req-" + operation, null, "why", null);
    var request = new Refund.Request(operation, Money.of(2000, "MYR"), wish, ZoneOffset.UTC);
    tell(sale, new RefundRequested(request));
    return new Payment.Id(210, operation);
  }

  private static Payment payment(Payment.Id refund) {
    return await(server.stores.payments().ofRefund(refund)).orElseThrow().payment();
  }

  private static Payment.Id sale(Payment.Id refund) {
    return payment(refund).id();
  }

  private static int attempt(Payment.Id refund, Effect effect) {
    return await(server.stores.outbox().attempt(refund, effect));
  }

  private static String path(Payment.Id id) {
    return "/admin/v1/centres/demo/projects/210/refunds/" + id.operation();
  }

  private static HttpResponse<String> get(Payment.Id id) {
    return server.get(path(id));
  }

  private static HttpResponse<String> post(Payment.Id id, String as, String body, String seen) {
    var path = path(id) + "/" + as;
    return seen == null
        ? server.send("POST", path, body, "Tollgate-User", "ann@taxi")
        : server.send("POST", path, body, "Tollgate-User", "ann@taxi", "If-Match", seen);
  }
}
