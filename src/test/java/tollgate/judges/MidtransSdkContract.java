package tollgate.judges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.sandbox.Playground;

/** The provider's own clients drive our simulated Midtrans. */
abstract class MidtransSdkContract {

  private static final int NOTIFICATIONS_MAX = 5;

  @AutoClose private final Playground ground = new Playground();

  abstract Judge sdk();

  @Test
  void aChargeIsPaidAndPartlyGivenBack() throws Exception {
    var charged = ask("charge", "", order("A-1", 15000));
    assertThat(charged.text("status_code")).isEqualTo("201");
    assertThat(charged.text("payment_type")).isEqualTo("gopay");
    assertThat(state("A-1")).isEqualTo("201 pending");

    ground.post("/sandbox/midtrans/play/A-1?action=pay", "");

    assertThat(told(ask("notification", "", settled()))).isEqualTo("200 settlement");
    assertThat(state(charged.text("transaction_id"))).isEqualTo("200 settlement");
    var some = Shop.object("{\"refund_key\":\"R-1\",\"amount\":5000,\"reason\":\"part\"}");
    assertThat(told(ask("refund", "A-1", some))).isEqualTo("200 partial_refund");
    var rest = Shop.object("{\"refund_key\":\"R-2\",\"amount\":10000,\"reason\":\"rest\"}");
    assertThat(told(ask("refundDirect", "A-1", rest))).isEqualTo("200 refund");
    assertThat(state("A-1")).isEqualTo("200 refund");
  }

  /** The client takes 407 for no error: so the provider tells of what has expired. */
  @ParameterizedTest
  @CsvSource({"cancel, 200 cancel, 200 cancel", "expire, 407 expire, 407 expire"})
  void aChargeIsEndedOnce(String call, String answer, String afterwards) {
    ask("charge", "", order("A-1", 15000));

    assertThat(told(ask(call, "A-1", Json.object().build()))).isEqualTo(answer);
    assertThat(ask(call, "A-1", Json.object().build()).text("refused")).isEqualTo("412");
    assertThat(state("A-1")).isEqualTo(afterwards);
  }

  @ParameterizedTest
  @CsvSource({
    "charge, A-1, 15000, 406",
    "charge, A-2, 0, 400",
    "status, A-2, 0, 404",
    "cancel, A-2, 0, 404",
    "refund, A-1, 0, 412"
  })
  void itUnderstandsARefusal(String call, String order, long amount, String code) {
    ask("charge", "", order("A-1", 15000));

    assertThat(ask(call, order, order(order, amount)).text("refused")).isEqualTo(code);
  }

  @Test
  void anotherKeyOpensNothing() {
    var refused = ask("charge", "", order("A-1", 15000), "SB-Mid-server-of-another");

    assertThat(refused.text("refused")).isEqualTo("401");
  }

  private static Json.Obj order(String id, long amount) {
    return Shop.object(
        """
        {"payment_type":"gopay","transaction_details":{"order_id":"%s","gross_amount":%d},
        "gopay":{"enable_callback":true,"callback_url":"https://shop.example/return/"}}\
        """
            .formatted(id, amount));
  }

  private Json.Obj settled() throws InterruptedException {
    for (int i = 0; i < NOTIFICATIONS_MAX; i++) {
      var body = Shop.object(ground.merchant.next("settlement").body());
      if (body.text("transaction_status").equals("settlement")) return body;
    }
    throw new AssertionError("nothing was said of a settlement");
  }

  private String state(String id) {
    return told(ask("status", id, Json.object().build()));
  }

  private static String told(Json.Obj answer) {
    assertThat(answer.members()).doesNotContainKey("refused");
    return answer.text("status_code") + " " + answer.text("transaction_status");
  }

  private Json.Obj ask(String call, String id, Json.Obj body) {
    return ask(call, id, body, Playground.SERVER_KEY);
  }

  private Json.Obj ask(String call, String id, Json.Obj body, String key) {
    return sdk()
        .ask(
            Json.object()
                .put("url", ground.url() + "/sandbox/midtrans")
                .put("key", key)
                .put("call", call)
                .put("id", id)
                .put("body", body)
                .build());
  }
}
