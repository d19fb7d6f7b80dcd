package tollgate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.PayoutDeclined;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Payouts.Call;
import tollgate.provider.Reading.Genuine;
import tollgate.tenant.Gateway;

/**
 * What every adapter with payouts must keep. Money leaves the house here, and comes back to the
 * company when the provider says no: so a yes and a no alike need the provider's clear word, about
 * the very payout that was ordered.
 */
public abstract class PayoutsContract {

  private final Provider provider;
  private final Payouts payouts;
  private final Gateway gateway;
  private final Order order;
  private final Payment.Id payment;
  private final Path recorded;

  /** {@code recorded} is the folder of the messages among the tests' resources. */
  protected PayoutsContract(String recorded, Provider provider, Gateway gateway, Order order) {
    this.provider = provider;
    this.payouts = provider.payouts().orElseThrow();
    this.gateway = gateway;
    this.order = order;
    payment = Reference.read(order.reference()).orElseThrow();
    this.recorded = Path.of("src/test/resources", recorded);
  }

  @Test
  void everyRecordedMessageIsRead() {
    Recorded.allAreRead(recorded, Set.of("reply", "callback"));
    assertThat(each("reply", _ -> {})).isNotEmpty();
  }

  /** Each {@code *.reply}: the call and the HTTP status, the body, a line, the event. */
  @TestFactory
  Stream<DynamicTest> readsTheRepliesThatWereRecorded() {
    return each("reply", file -> assertThat(read(file, order)).hasToString(file.meaning()));
  }

  /** Each {@code *.callback}: the body, a line, the reading it becomes. */
  @TestFactory
  Stream<DynamicTest> opensTheCallbacksThatWereRecorded() {
    return each(
        "callback", file -> assertThat(open(file, file.content())).hasToString(file.meaning()));
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedReplyDecidesNothing() {
    return each(
        "reply",
        file -> {
          for (int length = 0; length < file.body().length(); length++) {
            assertThat(read(file.head(), file.body().substring(0, length), order))
                .isNotInstanceOfAny(PayoutApproved.class, PayoutDeclined.class);
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

  @TestFactory
  Stream<DynamicTest> aChangedCallbackDecidesNoOtherPayout() {
    return each(
        "callback",
        file -> {
          var bytes = file.content();
          for (int i = 0; i < bytes.length; i++) {
            var changed = bytes.clone();
            changed[i] ^= 1;
            if (open(file, changed) instanceof Genuine genuine
                && !(genuine.event() instanceof Doubtful)) {
              assertThat(genuine.payment()).isEqualTo(payment);
            }
          }
        });
  }

  /** Neither a yes nor a no: whatever went out, it was not what we ordered. */
  @TestFactory
  Stream<DynamicTest> aReplyAboutAnotherOrderIsDoubtful() {
    return each(
        "reply",
        file -> {
          var amount = order.amount();
          var more = new Money(amount.minor() + 7, amount.currency());
          assertThat(read(file, with(order.reference(), more, order.account())))
              .isInstanceOf(Doubtful.class);
          assertThat(read(file, with(order.reference(), amount, order.account() + "0")))
              .isInstanceOf(Doubtful.class);
          assertThat(read(file, with(order.reference() + "9", amount, order.account())))
              .isInstanceOf(Doubtful.class);
        });
  }

  @ParameterizedTest
  @EnumSource(Call.class)
  void whatNobodyCanReadIsDoubtful(Call call) {
    for (var body : List.of("", "{", "{}", "[]", "null", "<html>502</html>", "OK", "\0")) {
      for (int status : new int[] {200, 202, 301, 400, 403, 404, 409, 429, 500, 502, 503}) {
        assertThat(payouts.read(call, order, gateway, new Reply(status, body)))
            .as(status + " " + body)
            .isInstanceOf(Doubtful.class);
      }
    }
  }

  @Test
  void theSameOrderGivesTheSameBytes() {
    assertThat(payouts.send(order, gateway)).isEqualTo(payouts.send(order, gateway));
    assertThat(payouts.ask(order, gateway)).isEqualTo(payouts.ask(order, gateway));
  }

  /** A message without it would be a second payout when it is sent again. */
  @Test
  void theMessageCarriesTheKeyByWhichARepeatIsKnown() {
    var sent = payouts.send(order, gateway);

    assertThat(sent.url() + sent.headers() + sent.body()).contains(order.reference());
  }

  @Test
  void everyRequestGoesToTheGatewaysOwnAddressAndPrintsNoSecret() {
    for (var request : List.of(payouts.send(order, gateway), payouts.ask(order, gateway))) {
      assertThat(request.url()).startsWith(gateway.base() + "/");
      for (var key : gateway.keys().values()) {
        assertThat(request.toString() + request.body()).doesNotContain(key.reveal());
      }
    }
  }

  private Order with(String reference, Money amount, String account) {
    return new Order(
        reference,
        amount,
        order.description(),
        order.person(),
        account,
        order.providersId(),
        order.callbackUrl(),
        order.returnUrl(),
        order.token(),
        order.limit(),
        order.stamp());
  }

  private ProviderEvent read(Recorded file, Order of) {
    return read(file.head(), file.body(), of);
  }

  private ProviderEvent read(String head, String body, Order of) {
    var words = head.split(" ", 2);
    var reply = new Reply(Integer.parseInt(words[1]), body);
    return payouts.read(Call.valueOf(words[0]), of, gateway, reply);
  }

  private Reading open(Recorded file, byte[] content) {
    return provider.open(file.callback(content), gateway);
  }

  private Stream<DynamicTest> each(String ending, Recorded.Check check) {
    return Recorded.each(recorded, ending, check);
  }
}
