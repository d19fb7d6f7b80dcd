package tollgate.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.News;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.Sale;
import tollgate.payment.Sales;

/** A person decides what becomes of money that came too late. */
class LateRoutesTest extends AdminGround {

  private static final Money PAID = Money.of(5000, "MYR");

  /** Whose provider has no refunds, and whose has them. */
  private static final long TOUCHNGO = 1;

  private static final long MIDTRANS = 2;

  @Test
  void creditedItIsTheMerchantsOnce() {
    var id = late(TOUCHNGO);
    var before = merchantHas();

    assertThat(ok(200, get(id)).body()).contains("\"state\":\"held\"", "\"amount\":5000");
    var body = "{\"comment\":\"the ride was driven\"}";
    var done = ok(200, post(id, "credit", body, "Tollgate-User", "ann@taxi"));
    assertThat(done.body())
        .contains("\"state\":\"credited\"", "\"operation_id\":" + id.operation());
    assertThat(ok(200, post(id, "credit", null)).body()).contains("\"state\":\"credited\"");
    assertThat(merchantHas()).isEqualTo(before + 5000);
    assertThat(ok(409, post(id, "refund", null)).body()).contains("no refunds");
    assertThat(server.get("/admin/v1/configuration/changes").body())
        .contains("\"who\":\"admin: ann@taxi\",\"what\":\"credit late money of " + name(id));
  }

  @Test
  void refundedItGoesBackOnce() {
    var id = late(MIDTRANS);

    assertThat(ok(200, post(id, "refund", null)).body()).contains("\"state\":\"going back\"");
    assertThat(ok(409, post(id, "refund", null)).body()).contains("goes back already");
    assertThat(ok(409, post(id, "credit", null)).body()).contains("goes back");

    var sale = (Sale) await(server.stores.payments().load(List.of(id))).get(id).payment();
    var refund = sale.refunds().getFirst();
    assertThat(refund.amount()).isEqualTo(PAID);
    await(server.engine.handle(News.of(id, new RefundApproved(refund.operation(), "R-1"))));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"refunded\"");
    assertThat(server.get("/admin/v1/configuration/changes").body())
        .contains("refund late money of " + name(id));
  }

  @Test
  void creditedItDoesNotGoBack() {
    var id = late(MIDTRANS);

    ok(200, post(id, "credit", "{}"));
    assertThat(ok(409, post(id, "refund", null)).body()).contains("it is credited");
  }

  @Test
  void anotherAmountThanAgreedIsNotCredited() {
    var id = declined(MIDTRANS);
    tell(id, new SaleApproved(Money.of(4999, "MYR"), Sales.THEIRS));

    ok(409, post(id, "credit", null));
    ok(200, post(id, "refund", null));
  }

  @Test
  void whatWasNotPaidLateIsNotThere() {
    var id = declined(MIDTRANS);

    ok(404, get(id));
    ok(404, post(id, "credit", null));
    ok(404, post(id, "refund", null));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | other/projects/210/payments/ID/late
          GET  | demo/projects/211/payments/ID/late
          GET  | demo/projects/x/payments/ID/late
          GET  | demo/projects/210/payments/0/late
          POST | other/projects/210/payments/ID/late/credit
          POST | demo/projects/999/payments/ID/late/refund
          POST | demo/projects/210/payments/-1/late/credit
          POST | demo/projects/210/payments/99999999999999999999/late/credit
          """)
  void onlyOfItsOwnCentreAndProject(String method, String path) {
    var id = late(TOUCHNGO);
    var number = Long.toString(id.operation());
    var address = "/admin/v1/centres/" + path.replace("ID", number);

    ok(404, server.send(method, address, null));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"held\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"comment":7}
          {"comment":"a","amount":1}
          {"why":"x"}
          []
          no JSON
          """)
  void aBodyIsACommentOrNothing(String body) {
    var id = late(MIDTRANS);

    ok(400, post(id, "credit", body));
    ok(400, post(id, "refund", body));
    ok(400, post(id, "refund", "{\"comment\":\"%s\"}".formatted("x".repeat(256))));
    assertThat(ok(200, get(id)).body()).contains("\"state\":\"held\"");
  }

  private static Payment.Id late(long gateway) {
    var id = declined(gateway);
    tell(id, new SaleApproved(PAID, Sales.THEIRS + id.operation()));
    return id;
  }

  private static Payment.Id declined(long gateway) {
    var id = new Payment.Id(210, await(server.stores.operations().next()));
    await(server.engine.open(Sales.SALE.of(PAID).through(gateway).open(id)));
    tell(id, new TimeLimitReached());
    return id;
  }

  private static String path(Payment.Id id) {
    return "/admin/v1/centres/demo/projects/210/payments/" + id.operation() + "/late";
  }

  private static HttpResponse<String> get(Payment.Id id) {
    return server.get(path(id));
  }

  private static HttpResponse<String> post(
      Payment.Id id, String decision, @Nullable String body, String... headers) {
    return server.send("POST", path(id) + "/" + decision, body, headers);
  }
}
