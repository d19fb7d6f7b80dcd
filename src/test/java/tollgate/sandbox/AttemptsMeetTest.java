package tollgate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tollgate.AllProviders;
import tollgate.config.Language;
import tollgate.config.Mistakes;
import tollgate.config.YamlFile;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.provider.Callback;
import tollgate.provider.webmoney.WebMoney;
import tollgate.tenant.Gateway;

/** What the sandbox says it signed is what our adapters say must be signed. */
class AttemptsMeetTest {

  private static final int QUESTIONS_MAX = 5000;
  private static final String PUBLIC = "https://pay.example";

  /** Those of the demo; {@code AddedProviderTest} makes sure that no adapter is left out. */
  static Stream<Gateway> gateways() {
    var mistakes = new Mistakes();
    var file = YamlFile.read(Path.of("config/demo.yaml"), mistakes);
    var language = new Language(AllProviders.known(), PUBLIC);
    var tenants = language.read(file.section(Language.CENTRES), mistakes);
    assertThat(mistakes.list()).isEmpty();
    return requireNonNull(tenants).gateways().values().stream();
  }

  private static Meeting meeting(Gateway gateway) {
    var adapter = requireNonNull(AllProviders.known().named(gateway.provider()));
    var path =
        gateway.base().toString().substring((PUBLIC + "/sandbox/" + adapter.name()).length());
    var keys = new HashMap<String, String>();
    gateway.keys().forEach((name, key) -> keys.put(name, key.reveal()));
    return new Meeting(adapter, path, gateway.fields(), keys);
  }

  @ParameterizedTest
  @MethodSource("gateways")
  void bothSidesSayTheSameTextIsSigned(Gateway gateway) {
    try (var meeting = meeting(gateway)) {
      meeting.ground.merchant.answers(200, "YES", "");
      pay(meeting);

      var attempts = attempts(meeting);
      for (var key : gateway.keys().values()) {
        assertThat(attempts.encode()).doesNotContain(key.reveal());
      }
      for (var each : attempts.getJsonArray("attempts")) check(meeting, (JsonObject) each);
    }
  }

  private static void pay(Meeting meeting) {
    var adapter = meeting.adapter;
    var method =
        adapter.methods().stream()
            .filter(each -> adapter.refuses(each, meeting.gateway).isEmpty())
            .findFirst()
            .orElseThrow();
    var amount = new Money(Math.max(method.min(), 50_000), method.currency());
    var begun = meeting.started(meeting.orderOf(amount, "Taxi"));
    if (begun instanceof CustomerRedirected) meeting.browse(begun);
    var path = "/sandbox/" + adapter.name() + "/play/" + reference(meeting);
    meeting.ground.post(path + "?action=pay", "");
  }

  /** WebMoney knows an order by a number only. */
  private static String reference(Meeting meeting) {
    return meeting.adapter instanceof WebMoney ? "1001" : "TG-212-1001";
  }

  /** An attempt is written down once it is answered, and the last one tells of the money. */
  private static JsonObject attempts(Meeting meeting) {
    var transactions = "/sandbox/" + meeting.adapter.name() + "/transactions/";
    var path = transactions + reference(meeting) + "/attempts";
    var told = new JsonObject();
    for (int i = 0; i < QUESTIONS_MAX && !isTold(told); i++) told = meeting.ground.json(path);
    assertThat(isTold(told)).as(told.encode()).isTrue();
    return told;
  }

  private static boolean isTold(JsonObject told) {
    var attempts = told.getJsonArray("attempts");
    if (attempts == null || attempts.isEmpty()) return false;

    var last = attempts.getJsonObject(attempts.size() - 1);
    return !last.getJsonObject("sent").getString("body").contains("PREREQUEST");
  }

  private static void check(Meeting meeting, JsonObject attempt) {
    var sent = attempt.getJsonObject("sent");
    var signed = attempt.getJsonObject("signed");
    assertThat(attempt.getString("ask")).contains("/gateways/7/callbacks/examine", sent.encode());
    if (signed.getString("text").isEmpty()) {
      assertThat(signed.getString("how")).isEqualTo("nothing is signed");
      return;
    }
    var evidence = meeting.adapter.evidence(callback(sent), meeting.gateway);
    assertThat(evidence.isSigned()).isTrue();
    assertThat(signed.getString("text")).isEqualTo(evidence.proofs().getLast().text().masked());
  }

  private static Callback callback(JsonObject sent) {
    var headers = new HashMap<String, String>();
    sent.getJsonObject("headers")
        .forEach(header ->
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().toString()));
    return new Callback(
        "POST", sent.getString("query"), headers, sent.getString("body").getBytes(UTF_8));
  }
}
