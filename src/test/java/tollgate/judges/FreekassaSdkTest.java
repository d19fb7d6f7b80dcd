package tollgate.judges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.sandbox.Playground;

/**
 * The public package npm {@code freekassa-node} 2.0.0 as judge of our simulated FreeKassa: its
 * addresses are taken, and it signs a notification as the notification is signed.
 */
class FreekassaSdkTest {

  private static final String ORDER =
      "{\"m\":\"7001\",\"oa\":\"350.50\",\"o\":\"TG-77\",\"currency\":\"RUB\"}";

  @RegisterExtension static final Judge SDK = Judge.named("freekassa");

  @AutoClose private final Playground ground = new Playground();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          350.50 | {"m":"7001","oa":"350.50","o":"TG-77","currency":"RUB"}
          99.00  | {"oa":"99","o":"ID-234","m":"7001","currency":"USD","lang":"ru"}
          0.10   | {"m":"7001","oa":0.1,"o":"7","currency":"RUB","us_a":"x1","em":"a+b@example.com"}
          """)
  void itsOrdersArePaidAndItSignsTheNotificationAlike(String sum, String order) throws Exception {
    var arrived = ground.get(address(order));
    assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(303);

    ground.post(arrived.headers().firstValue("Location").orElseThrow() + "/pay", "");

    var notice = ground.merchant.next("notification").form();
    assertThat(notice).containsEntry("AMOUNT", sum);
    var fields = Json.object();
    notice.forEach((name, value) -> fields.put(name, value));
    assertThat(ask(fields.build(), "mk-word-2").text("signature")).isEqualTo(notice.get("SIGN"));
    assertThat(ask(fields.build(), "mk-word-1").text("signature")).isNotEqualTo(notice.get("SIGN"));
  }

  @Test
  void whatItDidNotSignIsRefused() {
    var address = address(ORDER);

    assertThat(ground.get(address.replace("350.5", "350.6")).statusCode()).isEqualTo(403);
    assertThat(ground.get(address.replace("TG-77", "TG-78")).statusCode()).isEqualTo(403);
    assertThat(ground.get(address.replace("RUB", "USD")).statusCode()).isEqualTo(403);
  }

  /** It knows the provider's address alone, which is put in place of ours. */
  private String address(String order) {
    return ask(Shop.object(order), "mk-word-1")
        .text("url")
        .replace("https://pay.freekassa.ru/", ground.url() + "/sandbox/mykassa/");
  }

  private static Json.Obj ask(Json.Obj fields, String word) {
    return SDK.ask(Json.object().put("fields", fields).put("word", word).build());
  }
}
