package tollgate.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.sandbox.Playground;

/**
 * The public SDK npm {@code @dev-aces/robokassa} 1.1.0 as judge of our simulated Robokassa: its
 * addresses are taken, and it believes what comes to the ResultURL.
 */
class RobokassaSdkTest {

  private static final String ORDER =
      "{\"outSum\":\"250.50\",\"invId\":71001,\"description\":\"Taxi\"}";

  @RegisterExtension static final Judge SDK = Judge.named("robokassa");

  @AutoClose private final Playground ground = new Playground();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          250.500000 | {"outSum":"250.50","invId":71001,"description":"Taxi"}
          250.500000 | {"outSum":250.5,"invId":71001,"description":"Taxi","culture":"en"}
          7.000000   | {"outSum":"7","invId":2147483647,"description":"Такси № 7 & Co","encoding":"utf-8"}
          10.000000  | {"outSum":"10","description":"The provider gives the number"}
          10.000000  | {"outSum":"10","invId":7,"description":"x","outSumCurrency":"USD","userIp":"192.0.2.44"}
          10.000000  | {"outSum":"10","invId":7,"description":"x","userParameters":{"Shp_b":"2","Shp_a":"ы я+&"}}
          10.000000  | {"outSum":"10","invId":7,"description":"sandbox:other-case,extra"}
          10.00      | {"outSum":"10","invId":7,"description":"sandbox:two-decimals"}
          10.000000  | {"outSum":"10","invId":7,"description":"x","userIp":"192.0.2.44","receipt":{"items":[{"name":"Поездка 50%","quantity":1,"sum":10,"tax":"none"}]}}
          """)
  void itsOrdersArePaidAndItBelievesTheResult(String sum, String order) throws Exception {
    var arrived = ground.get(address(order, false));
    assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(303);

    ground.post(location(arrived) + "/pay", "");

    var result = ground.merchant.next("result").form();
    assertThat(result).containsEntry("OutSum", sum);
    assertThat(believes(result, false)).isTrue();
    result.put("OutSum", "1.000000");
    assertThat(believes(result, false)).isFalse();
  }

  @Test
  void aTrialHasPasswordsOfItsOwn() throws Exception {
    var arrived = ground.get(address(ORDER, true));

    ground.post(location(arrived) + "/pay", "");

    var result = ground.merchant.next("result").form();
    assertThat(result).containsEntry("IsTest", "1");
    assertThat(believes(result, true)).isTrue();
    assertThat(believes(result, false)).isFalse();
  }

  @Test
  void whatItDidNotSignIsRefused() {
    var address = address(ORDER, false);

    assertThat(ground.get(address.replace("250.50", "250.51")).statusCode()).isEqualTo(403);
    assertThat(ground.get(address.replace("71001", "71002")).statusCode()).isEqualTo(403);
  }

  @Test
  void itRefusesAForgedResult() throws Exception {
    var arrived = ground.get(address(ORDER.replace("Taxi", "sandbox:bad-signature"), false));

    ground.post(location(arrived) + "/pay", "");

    assertThat(believes(ground.merchant.next("forged").form(), false)).isFalse();
  }

  private String address(String order, boolean trial) {
    var asked = Json.object().put("shop", shop(trial)).put("order", Shop.object(order)).build();
    return SDK.ask(asked).text("url");
  }

  private boolean believes(Map<String, String> result, boolean trial) {
    var form = Json.object();
    result.forEach((name, value) -> form.put(name, value));
    var asked = Json.object().put("shop", shop(trial)).put("result", form.build()).build();
    return SDK.ask(asked).member("paid").equals(Json.bool(true));
  }

  private Json.Obj shop(boolean trial) {
    return Json.object()
        .put("merchantLogin", "tollgate_demo")
        .put("password1", trial ? "t1-demo-Aa" : "p1-demo-Aa")
        .put("password2", trial ? "t2-demo-Bb" : "p2-demo-Bb")
        .put("isTest", Json.bool(trial))
        .put("url", ground.url() + "/sandbox/robokassa/Merchant/Index.aspx")
        .build();
  }

  private static String location(HttpResponse<String> arrived) {
    return arrived.headers().firstValue("Location").orElseThrow();
  }
}
