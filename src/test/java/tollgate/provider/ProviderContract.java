package tollgate.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.provider.Provider.Call;
import tollgate.provider.Provider.Start;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading.Genuine;
import tollgate.tenant.Gateway;

/** What every adapter must keep. A new one extends this, records its messages, and is done. */
public abstract class ProviderContract extends EvidenceContract {

  /** To hear these again would mend nothing, so the protocol may want a 200. */
  private static final Set<Verdict> KEPT = Set.of(Verdict.MISMATCH, Verdict.UNWANTED);

  private final Payment.Id payment;

  /** {@code recorded} is the folder of the messages among the tests' resources. */
  protected ProviderContract(String recorded, Provider provider, Gateway gateway, Order order) {
    super(recorded, provider, gateway, order);
    payment = Reference.read(order.reference()).orElseThrow();
  }

  /** Each {@code *.reply}: the call and the HTTP status, the body, a line, the event it becomes. */
  @TestFactory
  Stream<DynamicTest> readsTheRepliesThatWereRecorded() {
    return each(
        "reply", file -> assertThat(read(file.head(), file.body())).hasToString(file.meaning()));
  }

  /** Each {@code *.callback}: the body, a line, the reading it becomes. */
  @TestFactory
  Stream<DynamicTest> opensTheCallbacksThatWereRecorded() {
    return each(
        "callback", file -> assertThat(open(file, file.content())).hasToString(file.meaning()));
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedReplyApprovesNothing() {
    return each(
        "reply",
        file -> {
          for (int length = 0; length < file.body().length(); length++) {
            assertThat(read(file.head(), file.body().substring(0, length)))
                .isNotInstanceOf(SaleApproved.class);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedCallbackHasNoEvent() {
    return each(
        "callback",
        file -> {
          var bytes = file.content();
          for (int length = 0; length < bytes.length; length++) {
            assertThat(open(file, Arrays.copyOf(bytes, length))).isNotInstanceOf(Genuine.class);
          }
        });
  }

  /** Whatever a signature leaves out: who is credited, and with how much, it must not. */
  @TestFactory
  Stream<DynamicTest> aChangedCallbackApprovesNoOtherPaymentAndNoOtherSum() {
    return each(
        "callback",
        file -> {
          var bytes = file.content();
          for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            var reading = open(file, changed);
            if (reading instanceof Genuine genuine
                && genuine.event() instanceof SaleApproved approved) {
              assertThat(genuine.payment()).isEqualTo(payment);
              assertThat(approved.paid()).isEqualTo(order.amount());
            }
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void whatNobodyCanReadIsDoubtful(Call call) {
    for (var body : List.of("", "{", "{}", "[]", "null", "<html>502</html>", "OK", "\0")) {
      for (int status : new int[] {200, 202, 301, 404, 429, 500, 502, 503}) {
        assertThat(provider.read(call, order, gateway, new Reply(status, body)))
            .as(status + " " + body)
            .isInstanceOf(Doubtful.class);
      }
    }
  }

  @Test
  void nobodySaysAnythingWithoutASignature() {
    for (var body : List.of("", "{}", "[]", "a=b", "<xml/>", "\0")) {
      assertThat(open(body)).isNotInstanceOf(Genuine.class);
    }
  }

  @Test
  void theSameOrderGivesTheSameBytes() {
    assertThat(provider.start(order, gateway)).isEqualTo(provider.start(order, gateway));
    assertThat(provider.ask(order, gateway)).isEqualTo(provider.ask(order, gateway));
    assertThat(provider.cancel(order, gateway)).isEqualTo(provider.cancel(order, gateway));
  }

  @Test
  void everyRequestGoesToTheGatewaysOwnAddress() {
    var all = Stream.concat(provider.ask(order, gateway).stream(), started());

    assertThat(Stream.concat(all, provider.cancel(order, gateway).stream()))
        .allSatisfy(request -> assertThat(request.url()).startsWith(gateway.base() + "/"));
  }

  private Stream<Request> started() {
    return switch (provider.start(order, gateway)) {
      case Start.Send send -> Stream.of(send.request());
      case Start.Already _ -> Stream.of();
    };
  }

  @Test
  void nothingPrintsASecret() {
    var printed =
        List.of(
            gateway,
            provider.start(order, gateway),
            provider.ask(order, gateway),
            provider.cancel(order, gateway));

    for (var key : gateway.keys().values()) {
      assertThat(printed.toString()).doesNotContain(key.reveal());
    }
  }

  @Test
  void theGatewayOfThisTestHasAllThatIsNeeded() {
    assertThat(gateway.fields().keySet()).containsAll(provider.needs().fields());
    assertThat(gateway.keys().keySet()).containsAll(provider.needs().keys());
  }

  @ParameterizedTest
  @EnumSource(Verdict.class)
  void everyVerdictHasAnAnswer(Verdict verdict) {
    int status = provider.answer(verdict, Callback.post(Map.of(), new byte[0])).status();

    if (verdict == Verdict.TAKEN) assertThat(status).isEqualTo(200);
    else if (KEPT.contains(verdict)) assertThat(status).isBetween(200, 499);
    else assertThat(status).isGreaterThanOrEqualTo(400).isNotEqualTo(500);
  }

  private ProviderEvent read(String head, String body) {
    var words = head.split(" ", 2);
    var reply = new Reply(Integer.parseInt(words[1]), body);
    return provider.read(Call.valueOf(words[0]), order, gateway, reply);
  }

  private Reading open(Recorded file, byte[] content) {
    return provider.open(file.callback(content), gateway);
  }

  private Reading open(String body) {
    return provider.open(Callback.post(Map.of(), body.getBytes(UTF_8)), gateway);
  }
}
