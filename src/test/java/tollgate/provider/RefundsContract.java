package tollgate.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tollgate.money.Money;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundDeclined;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.provider.OnceOnlyRefunds.First;
import tollgate.provider.Refunds.Wanted;
import tollgate.tenant.Gateway;

/**
 * What every adapter with refunds must keep. A no gives the money back to whom it was taken from,
 * so it must be as clear as a yes.
 */
public abstract class RefundsContract {

  private final Refunds refunds;
  private final Gateway gateway;
  private final Wanted wanted;
  private final Path recorded;

  /** {@code recorded} is the folder of the messages among the tests' resources. */
  protected RefundsContract(String recorded, Provider provider, Gateway gateway, Wanted wanted) {
    this.refunds = provider.refunds().orElseThrow();
    this.gateway = gateway;
    this.wanted = wanted;
    this.recorded = Path.of("src/test/resources", recorded);
  }

  /** The key as the messages have it, where the protocol wants it in words of its own. */
  protected String keyOnTheWire() {
    return wanted.key();
  }

  @Test
  void everyRecordedMessageIsRead() {
    Recorded.allAreRead(recorded, Set.of("reply", "first", "asked"));
    assertThat(each(_ -> {})).isNotEmpty();
  }

  /** Each {@code *.reply}: the HTTP status, the body, a line, the event it becomes. */
  @TestFactory
  Stream<DynamicTest> readsTheRepliesThatWereRecorded() {
    return each(
        file -> assertThat(read(file.head(), file.body(), wanted)).hasToString(file.meaning()));
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedReplyDecidesNothing() {
    return each(file -> {
      for (int length = 0; length < file.body().length(); length++) {
        assertThat(read(file.head(), file.body().substring(0, length), wanted))
            .isNotInstanceOfAny(RefundApproved.class, RefundDeclined.class);
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> whatIsSaidIsSaidOfOurRefund() {
    return each(file -> {
      if (read(file.head(), file.body(), wanted) instanceof RefundEvent event) {
        assertThat(event.refund()).isEqualTo(wanted.operation());
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> aReplyThatNamesAnotherRefundIsDoubtful() {
    var other =
        new Wanted(
            wanted.sale(),
            wanted.operation() + 1,
            wanted.key() + "9",
            wanted.amount(),
            wanted.comment(),
            wanted.providersId(),
            wanted.given());
    return each(file -> {
      if (!file.body().contains(keyOnTheWire())) return;

      assertThat(read(file.head(), file.body(), other)).isInstanceOf(Doubtful.class);
    });
  }

  @TestFactory
  Stream<DynamicTest> anAmountBeyondWhatWasToldIsNeverApproved() {
    var sale = wanted.sale().amount();
    var beyond = new Money(2 * sale.minor(), sale.currency());
    var more =
        new Wanted(
            wanted.sale(),
            wanted.operation(),
            wanted.key(),
            beyond,
            wanted.comment(),
            wanted.providersId(),
            wanted.given());
    return each(file -> {
      if (!file.body().contains(keyOnTheWire())) return;

      assertThat(read(file.head(), file.body(), more)).isNotInstanceOf(RefundApproved.class);
    });
  }

  @Test
  void whatNobodyCanReadIsDoubtful() {
    for (var body : List.of("", "{", "{}", "[]", "null", "<html>502</html>", "OK", "\0")) {
      for (int status : new int[] {200, 202, 301, 400, 404, 429, 500, 502, 503}) {
        assertThat(refunds.read(wanted, gateway, new Reply(status, body)))
            .as(status + " " + body)
            .isInstanceOf(Doubtful.class);
      }
    }
  }

  @Test
  void theSameRefundGivesTheSameBytes() {
    assertThat(refunds.send(wanted, gateway)).isEqualTo(refunds.send(wanted, gateway));
  }

  /** A message without it would be a second refund when it is sent again. */
  @Test
  void theMessageCarriesTheKeyByWhichARepeatIsKnown() {
    if (refunds instanceof OnceOnlyRefunds) return;

    var sent = refunds.send(wanted, gateway);

    assertThat(sent.url() + sent.headers() + sent.body()).contains(keyOnTheWire());
  }

  @Test
  void theRequestGoesToTheGatewaysOwnAddressAndPrintsNoSecret() {
    var request = refunds.send(wanted, gateway);

    assertThat(request.url()).startsWith(gateway.base() + "/");
    for (var key : gateway.keys().values()) {
      assertThat(request.toString() + request.body()).doesNotContain(key.reveal());
    }
  }

  /** Each {@code *.first}: the HTTP status, the body, a line, what it gives or says. */
  @TestFactory
  Stream<DynamicTest> readsTheFirstRepliesThatWereRecorded() {
    return Recorded.each(
        recorded,
        "first",
        file -> assertThat(first(file, file.body())).hasToString(file.meaning()));
  }

  /** Each {@code *.asked}: the HTTP status, the body, a line, the event it becomes. */
  @TestFactory
  Stream<DynamicTest> readsTheAnswersThatWereRecorded() {
    return Recorded.each(
        recorded,
        "asked",
        file -> assertThat(asked(file, file.body())).hasToString(file.meaning()));
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedFirstReplyGivesNothing() {
    return Recorded.each(
        recorded,
        "first",
        file -> {
          for (int length = 0; length < file.body().length(); length++) {
            assertThat(first(file, file.body().substring(0, length)))
                .isInstanceOfSatisfying(
                    First.Says.class,
                    said -> assertThat(said.event()).isInstanceOf(Doubtful.class));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> aTruncatedAnswerDecidesNothing() {
    return Recorded.each(
        recorded,
        "asked",
        file -> {
          for (int length = 0; length < file.body().length(); length++) {
            assertThat(asked(file, file.body().substring(0, length)))
                .isNotInstanceOfAny(RefundApproved.class, RefundDeclined.class);
          }
        });
  }

  /** Only what was sent can be asked for, and a question moves no money: it may be repeated. */
  @Test
  void theOtherCallsGoToTheGatewayTooAndSayTheSame() {
    if (!(refunds instanceof OnceOnlyRefunds once)) return;

    assertThat(once.first(wanted, gateway)).isEqualTo(once.first(wanted, gateway));
    assertThat(once.ask(wanted, gateway)).isEqualTo(once.ask(wanted, gateway));
    assertThat(
            Stream.concat(once.first(wanted, gateway).stream(), once.ask(wanted, gateway).stream()))
        .allSatisfy(request -> {
          assertThat(request.url()).startsWith(gateway.base() + "/");
          for (var key : gateway.keys().values()) {
            assertThat(request.toString() + request.body()).doesNotContain(key.reveal());
          }
        });
  }

  private First first(Recorded file, String body) {
    var reply = new Reply(Integer.parseInt(file.head()), body);
    return ((OnceOnlyRefunds) refunds).readFirst(wanted, gateway, reply);
  }

  private ProviderEvent asked(Recorded file, String body) {
    var reply = new Reply(Integer.parseInt(file.head()), body);
    return ((OnceOnlyRefunds) refunds).readAsked(wanted, gateway, reply);
  }

  private ProviderEvent read(String head, String body, Wanted of) {
    return refunds.read(of, gateway, new Reply(Integer.parseInt(head), body));
  }

  private Stream<DynamicTest> each(Recorded.Check check) {
    return Recorded.each(recorded, "reply", check);
  }
}
