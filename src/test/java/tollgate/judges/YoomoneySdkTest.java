package tollgate.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.json.Json;
import tollgate.sandbox.Playground;

/**
 * The public SDK npm {@code yoomoney-sdk} 2.2.0 as judge of our simulated YooMoney: its forms are
 * taken, it reads the history, and believes what is signed by {@code sha1_hash}. It does not know
 * {@code sign}.
 */
class YoomoneySdkTest {

  private static final Pattern FIELD =
      Pattern.compile("name=[\"']([^\"']+)[\"'] value=[\"']([^\"']*)[\"']");
  private static final Pattern ACTION = Pattern.compile("action=[\"']([^\"']+)[\"']");

  @RegisterExtension static final Judge SDK = Judge.named("yoomoney");

  @AutoClose private final Playground ground = new Playground();

  @ParameterizedTest
  @CsvSource({"PC, 100, p2p-incoming, 99.01", "AC, 1000.5, card-incoming, 970.49"})
  void itsFormIsPaidAndItBelievesWhatIsTold(String type, String sum, String kind, String received)
      throws Exception {
    pays("sandbox:signed-by=1", type, sum);

    var told = ground.merchant.next("notification").form();
    assertThat(told).containsEntry("notification_type", kind).containsEntry("amount", received);
    assertThat(believes(told)).isTrue();
    for (var field : new String[] {"amount", "label", "operation_id", "codepro", "datetime"}) {
      var changed = new HashMap<>(told);
      changed.merge(field, "1", String::concat);
      assertThat(believes(changed)).as(field).isFalse();
    }
  }

  /** Why no payment succeeds by this signature alone: it says nothing of this field. */
  @Test
  void itBelievesAFlagThatNobodySigned() throws Exception {
    pays("sandbox:signed-by=1,flip", "PC", "100");

    var told = ground.merchant.next("notification").form();
    assertThat(told).containsEntry("unaccepted", "true");
    assertThat(believes(told)).isTrue();
  }

  @Test
  void itRefusesWhatIsForged() throws Exception {
    pays("sandbox:signed-by=1,bad-signature", "PC", "100");

    assertThat(believes(ground.merchant.next("forged").form())).isFalse();
  }

  @Test
  void itReadsTheHistory() {
    assertThat(history("ym-token").encode()).isEqualTo("{\"operations\":[]}");
    pays("Taxi", "PC", "100");

    var operation = (Json.Obj) ((Json.Arr) history("ym-token").member("operations")).items().get(0);
    assertThat(operation.text("status")).isEqualTo("success");
    assertThat(operation.text("direction")).isEqualTo("in");
    assertThat(operation.text("label")).isEqualTo("TG-77");
    assertThat(operation.member("amount")).hasToString("99.01");
  }

  @Test
  void anotherTokenOpensNothing() {
    assertThat(history("another").members()).doesNotContainKey("operations");
  }

  private void pays(String targets, String type, String sum) {
    var form =
        Json.object()
            .put("receiver", "41001111222233")
            .put("quickPayForm", "shop")
            .put("targets", targets)
            .put("paymentType", type)
            .put("sum", sum)
            .put("label", "TG-77")
            .put("successURL", "https://shop.example/ok")
            .build();
    var html = SDK.ask(Json.object().put("form", form).build()).text("html");
    var fields = new HashMap<String, String>();
    FIELD.matcher(html).results().forEach(field -> fields.put(field.group(1), field.group(2)));
    var arrived = ground.form(address(html), fields);
    assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(303);

    ground.post(arrived.headers().firstValue("Location").orElseThrow() + "/pay", "");
  }

  /** It knows the provider's address alone, which is put in place of ours. */
  private String address(String html) {
    var action = ACTION.matcher(html);
    assertThat(action.find()).as(html).isTrue();
    return action.group(1).replace("https://yoomoney.ru", ground.url() + "/sandbox/yoomoney");
  }

  private static boolean believes(Map<String, String> told) {
    var fields = Json.object();
    told.forEach((name, value) -> fields.put(name, value));
    var asked =
        Json.object()
            .put("notification", fields.build())
            .put("secret", Playground.YOOMONEY_SECRET)
            .build();
    return SDK.ask(asked).member("valid").equals(Json.bool(true));
  }

  private Json.Obj history(String token) {
    return SDK.ask(
        Json.object()
            .put("url", ground.url() + "/sandbox/yoomoney")
            .put("token", token)
            .put("history", Json.object().put("type", "deposition").put("label", "TG-77").build())
            .build());
  }
}
