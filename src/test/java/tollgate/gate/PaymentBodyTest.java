package tollgate.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.gate.Webhooks.Notice;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.JsonRefused;
import tollgate.json.Limits;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Deal;
import tollgate.payment.Details;
import tollgate.payment.Details.Returns;
import tollgate.payment.Details.Webhooks;
import tollgate.payment.Effect;
import tollgate.payment.Payer;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.RedirectData;
import tollgate.payment.Sale;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;
import tollgate.signing.GateSignature;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.tenant.Activation;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Method;
import tollgate.tenant.Project;
import tollgate.tenant.ProjectTerms;
import tollgate.tenant.Secret;

/** Every state has its body; the bodies are files, as a merchant would receive them. */
class PaymentBodyTest {

  private static final Secret KEY = new Secret("tollgate-demo-key-1");
  private static final Instant OPENED = Instant.parse("2026-03-02T09:15:06.999Z");
  private static final Instant CHANGED = Instant.parse("2026-03-02T09:16:01.5Z");
  private static final Money PAID = Money.of(12550, "MYR");

  private static final String STATES =
      """
      processing       | processing
      in doubt         | in-doubt
      awaiting post    | awaiting-post
      awaiting get     | awaiting-get
      with provider    | with-provider
      succeeded        | succeeded
      succeeded wallet | succeeded-wallet
      declined         | declined
      auto-declined    | auto-declined
      paid late        | paid-late
      credited wallet  | credited-late-wallet
      failed           | failed
      failed paid late | failed-paid-late
      """;

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = STATES)
  void webhook(String state, String file) throws Exception {
    assertThat(PaymentBody.webhook(payment(state), project()).encode())
        .isEqualTo(file(file).encode());
  }

  @Test
  void whoPaidIsToldOnceItIsKnown() throws Exception {
    var payer = new Payer(Map.of("number", "R900800700600", "wmid", "123123123123"));
    var waits = payment("awaiting get");
    var paid = waits.apply(new SaleApproved(waits.askedFor(), "7703", payer), CHANGED).payment();
    var account = Json.object().put("number", "R900800700600").put("wmid", "123123123123").build();

    assertThat(PaymentBody.webhook(paid, project()).member("account")).isEqualTo(account);
    assertThat(PaymentBody.status(paid, project()).member("account")).isEqualTo(account);
    assertThat(PaymentBody.status(waits, project()).member("account")).isNull();
  }

  /** The same body, but for the list of operations and their number. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = STATES)
  void status(String state, String file) throws Exception {
    var webhook = file(file);
    var operation = webhook.member("operation");

    var status = PaymentBody.status(payment(state), project());

    assertThat(status)
        .isEqualTo(
            webhook
                .without("operation")
                .with("operations", Json.array(operation))
                .with("operations_total", Json.number(1)));
  }

  /** The rules of gate-api, section 2.4, that hold whatever the state. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', textBlock = STATES)
  void isSignedAndVerifiable(String state, String file) throws Exception {
    var written = write(payment(state), Effect.NOTIFY_FINAL).body();
    var sent = tollgate.gate.Webhooks.signed(written, GateSignature.with(KEY));
    var body = read(sent);

    assertThat(GateSignature.verify(body, Place.ROOT, KEY)).isEqualTo(Verdict.RIGHT);
    assertThat(body.without("signature")).isEqualTo(file(file));
    assertThat(body.members().lastEntry().getKey()).isEqualTo("signature");
    assertThat(new String(sent, UTF_8)).doesNotContain("null").doesNotContain(": ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "frame_mode", "a:b"})
  void aFormThatNoMerchantCouldVerifyIsRefusedAloud(String field) {
    var to = RedirectData.post("https://pay.example", Map.of(field, "x"));

    assertThatIllegalStateException()
        .isThrownBy(() -> PaymentBody.webhook(payment(new AwaitingCustomer(to), null), project()))
        .withMessageContaining(field);
  }

  @Test
  void goesToTheProjectUnlessThePaymentSaysOtherwise() {
    assertThat(write(payment("succeeded"), Effect.NOTIFY_FINAL).url())
        .isEqualTo("https://project.example/hook");

    var told = new Webhooks("https://own.example/hook", 30, false);
    var webhook = write(payment(new Succeeded(), null, told), Effect.NOTIFY_FINAL);
    assertThat(webhook.url()).isEqualTo("https://own.example/hook");
    assertThat(webhook.delaySeconds()).isEqualTo(30);
    assertThat(webhook.effect()).isEqualTo(Effect.NOTIFY_FINAL);
  }

  @Test
  void onlyNoticesAreWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> write(payment("processing"), Effect.CALL_PROVIDER));
  }

  @Test
  void aMethodThatTheProjectLostIsCalledByItsCode() {
    assertThat(PaymentBody.methodTitle(project(), "gone")).isEqualTo("gone");
  }

  private static Webhook write(Payment payment, Effect effect) {
    return tollgate.gate.Webhooks.write(new Notice(payment, payment.id(), effect), project());
  }

  private static Payment payment(String words) {
    var wallet = words.endsWith("wallet") ? "000000000018" : null;
    return payment(state(words), wallet);
  }

  private static PaymentState state(String words) {
    return switch (words) {
      case "processing" -> new Processing(false);
      case "in doubt" -> new Processing(true);
      case "awaiting post" -> new AwaitingCustomer(form());
      case "awaiting get" ->
          new AwaitingCustomer(RedirectData.get("https://pay.provider.example/x?y=1"));
      case "with provider" -> new WithProvider();
      case "succeeded", "succeeded wallet" -> new Succeeded();
      case "declined" -> new Declined(Code.PROVIDER_GENERAL_DECLINE);
      case "auto-declined" -> new Declined(Code.AUTO_DECLINE);
      case "paid late" -> new PaidLate(Code.AUTO_DECLINE, PAID);
      case "credited wallet" -> new PaidLate(Code.AUTO_DECLINE, PAID, true);
      case "failed" -> new Failed(Code.INTERNAL_ERROR);
      case "failed paid late" -> new PaidLate(Code.INTERNAL_ERROR, PAID);
      default -> throw new IllegalArgumentException(words);
    };
  }

  private static RedirectData form() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("MerchantCode", "M42");
    fields.put("Amount", "125.50");
    fields.put("Signature", "c2ln");
    return RedirectData.post("https://pay.provider.example/start", fields);
  }

  private static Payment payment(PaymentState state, String wallet) {
    return payment(state, wallet, new Webhooks(null, 0, false));
  }

  private static Payment payment(PaymentState state, String wallet, Webhooks webhooks) {
    var returns = new Returns("https://shop.example/ok", null, null);
    var terms =
        new Terms(
            "TG-2026-000731",
            "5f0c9d1e2b3a49788c6d7e8f90a1b2c3d4e5f607-00000731",
            "cust-88",
            "touchngo",
            7,
            PAID,
            wallet,
            null,
            null,
            Deal.USUAL,
            new Timetable(120, 172_800),
            new Details("", null, returns, webhooks, Map.of()));
    var id = new Payment.Id(4021, 900_417);
    return new Sale(id, terms, state, "tng-88f1", 0, OPENED, CHANGED, List.of(), Payer.NONE);
  }

  private static Project project() {
    var myr = Currency.getInstance("MYR");
    var method =
        new Method("touchngo", "touchngo_wallet", "Touchngo Wallet", myr, 100, 3_000_000, 1, false);
    var base = URI.create("https://pay.example");
    var gateway = new Gateway(7, "touchngo", base, Map.of(), Map.of(), GatewayTerms.USUAL);
    var activation = new Activation(method, gateway, 120, 172_800);
    return new Project(
        4021,
        "Taxi",
        List.of(KEY),
        "https://project.example/hook",
        ProjectTerms.USUAL.withWallets(true),
        Map.of("touchngo", activation));
  }

  private static Json.Obj file(String name) throws IOException, JsonRefused {
    try (var in = PaymentBodyTest.class.getResourceAsStream("/gate/" + name + ".json")) {
      return read(in.readAllBytes());
    }
  }

  private static Json.Obj read(byte[] bytes) throws JsonRefused {
    return (Json.Obj) JsonReader.read(bytes, Limits.MESSAGE);
  }
}
