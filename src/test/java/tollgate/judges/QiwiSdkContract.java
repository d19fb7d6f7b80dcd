package tollgate.judges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.json.ObjBuilder;
import tollgate.sandbox.FakeMerchant.Received;
import tollgate.sandbox.Playground;

/** The provider's own clients drive our simulated QIWI, and believe its notifications. */
abstract class QiwiSdkContract {

  private static final String BACK = "https://shop.example/return?o=7";

  @AutoClose private final Playground ground = new Playground();

  abstract Judge sdk();

  @Test
  void aBillIsMadePaidToldAndAskedFor() throws Exception {
    var bill = create("B-1", "150.50", "RUB", "Поездка № 7");
    assertThat(said(bill)).isEqualTo("WAITING 150.50 RUB");
    assertThat(bill.text("bill")).isEqualTo("B-1");
    assertThat(bill.text("site")).isEqualTo("demo-site-01");
    assertThat(bill.text("payUrl"))
        .startsWith(ground.url() + "/sandbox/qiwi/form/?invoice_uid=")
        .endsWith("&successUrl=https%3A%2F%2Fshop.example%2Freturn%3Fo%3D7");
    assertThat(ground.get(bill.text("payUrl")).body()).contains("RUB 150.50", "Поездка № 7");

    play("B-1", "pay");

    assertThat(said(ask("info", "B-1"))).isEqualTo("PAID 150.50 RUB");
    var told = ground.merchant.next("PAID");
    assertThat(believes(told, told.body())).isTrue();
    assertThat(believes(told, told.body().replace("150.50", "150.51"))).isFalse();
    assertThat(believes(told, told.body().replace("PAID", "REJECTED"))).isFalse();
    assertThat(refused(ask("cancel", "B-1"))).isEqualTo("400 validation.error");
  }

  @ParameterizedTest
  @CsvSource({
    "150.50, RUB, Taxi, pay, PAID",
    "2000.00, KZT, Taxi, pay, PAID",
    "7.70, RUB, sandbox:number, pay, PAID",
    "7.00, RUB, sandbox:number, pay, PAID",
    "7.00, RUB, sandbox:long-offset, pay, PAID",
    "150.50, RUB, Taxi, cancel, REJECTED",
    "406.02, RUB, Taxi, pay, EXPIRED"
  })
  void everyEndIsToldAndBelieved(
      String value, String currency, String comment, String action, String status)
      throws Exception {
    create("B-1", value, currency, comment);

    play("B-1", action);

    var told = ground.merchant.next(status);
    assertThat(believes(told, told.body())).isTrue();
    assertThat(said(ask("info", "B-1"))).isEqualTo(status + " " + value + " " + currency);
  }

  @ParameterizedTest
  @CsvSource({"bad-signature, false", "bad-amount, true", "capitals, false"})
  void whatIsSpoiltIsBelievedOnlyWhereItIsSigned(String fault, boolean believed) throws Exception {
    create("B-1", "150.50", "RUB", "sandbox:" + fault);

    play("B-1", "pay");

    var told = ground.merchant.next("PAID");
    assertThat(believes(told, told.body())).isEqualTo(believed);
  }

  @Test
  void anUnpaidBillIsRejected() {
    create("B-1", "150.50", "RUB", "Taxi");

    assertThat(said(ask("cancel", "B-1"))).isEqualTo("REJECTED 150.50 RUB");
    assertThat(said(ask("info", "B-1"))).isEqualTo("REJECTED 150.50 RUB");
  }

  @Test
  void itUnderstandsRefusals() {
    create("B-1", "150.50", "RUB", "Taxi");

    assertThat(refused(ask("info", "B-2"))).isEqualTo("404 api.invoice.not.found");
    assertThat(refused(create("B-1", "150.51", "RUB", "Taxi")))
        .isEqualTo("409 invoice.already.exists");
    assertThat(refused(create("B-3", "0.00", "RUB", "Taxi"))).isEqualTo("400 validation.error");
    var byAnother = call("info", "B-1").build().with("key", Json.text("another"));
    assertThat(refused(sdk().ask(byAnother))).isEqualTo("401 auth.unauthorized");
  }

  @Test
  void moneyGoesBackOnceUnderItsIdAndNeverAboveTheBill() {
    create("B-1", "150.50", "RUB", "Taxi");
    assertThat(refused(refund("R-1", "50.00"))).isEqualTo("400 validation.error");
    play("B-1", "pay");

    assertThat(said(refund("R-1", "50.00"))).isEqualTo("PARTIAL 50.00 RUB");
    assertThat(said(refund("R-1", "50.00"))).isEqualTo("PARTIAL 50.00 RUB");
    assertThat(refused(refund("R-2", "100.51"))).isEqualTo("400 refund.incorrect.amount");
    assertThat(said(refund("R-2", "100.50"))).isEqualTo("FULL 100.50 RUB");
    var known = sdk().ask(call("refundInfo", "B-1").put("refund", "R-1").build());
    assertThat(said(known)).isEqualTo("PARTIAL 50.00 RUB");
    assertThat(known.text("refund")).isEqualTo("R-1");
  }

  /** It knows the provider's address alone, which is put in place of ours. */
  @Test
  void aBrowserMakesABillByTheAddressThatItWrites() {
    var asked =
        call("form", "B-1")
            .put("amount", amount("150.5", "RUB"))
            .put("back", "https://shop.example/return")
            .build()
            .with("key", Json.text("qiwi-public"));
    var form = sdk().ask(asked).text("url");

    var arrived =
        ground.get(form.replace("https://oplata.qiwi.com", ground.url() + "/sandbox/qiwi"));

    assertThat(arrived.statusCode()).isEqualTo(303);
    assertThat(said(ask("info", "B-1"))).isEqualTo("WAITING 150.50 RUB");
  }

  private Json.Obj refund(String id, String value) {
    var asked = call("refund", "B-1").put("refund", id).put("amount", amount(value, "RUB"));
    return sdk().ask(asked.build());
  }

  private Json.Obj create(String id, String value, String currency, String comment) {
    return sdk()
        .ask(
            call("create", id)
                .put("amount", amount(value, currency))
                .put("comment", comment)
                .put("expires", "2026-03-01T06:30:02+03:00")
                .put("back", BACK)
                .build());
  }

  private static Json.Obj amount(String value, String currency) {
    return Json.object().put("value", value).put("currency", currency).build();
  }

  private ObjBuilder call(String call, String id) {
    return Json.object()
        .put("url", ground.url() + "/sandbox/qiwi")
        .put("key", Playground.QIWI_KEY)
        .put("call", call)
        .put("id", id);
  }

  private Json.Obj ask(String call, String id) {
    return sdk().ask(call(call, id).build());
  }

  private void play(String id, String action) {
    ground.post("/sandbox/qiwi/play/" + id + "?action=" + action, "");
  }

  private static String said(Json.Obj told) {
    assertThat(told.members()).as(told.encode()).doesNotContainKey("refused");
    return told.text("status") + " " + told.text("amount");
  }

  private static String refused(Json.Obj told) {
    return told.text("refused");
  }

  private boolean believes(Received told, String body) {
    var asked =
        call("check", "")
            .put("signature", told.headers().getOrDefault("X-Api-Signature-SHA256", ""))
            .put("notification", Shop.object(body))
            .build();
    return sdk().ask(asked).member("valid").equals(Json.bool(true));
  }
}
