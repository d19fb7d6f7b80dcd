package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Sales;
import tollgate.provider.Callback;
import tollgate.provider.Reference;

class ProviderCallbacksTest {

  private final World world = new World().withProvider(Quick.PROVIDER).withOutbox(Quick.TICKS);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "{0} → {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acme-secret %s approved 10000        | TAKEN     | accepted
          acme-secret %s declined              | TAKEN     | accepted
          acme-secret %s pending               | TAKEN     | duplicate
          acme-secret %s approved 9999         | MISMATCH  | mismatch
          acme-secret %s may 10000             | TAKEN     | inquiry
          acme-secret %s may 9999              | UNWANTED  | unwanted
          acme-secret TG-210-999 may 10000     | UNKNOWN   | unknown_payment
          acme-secret TG-210-999 bell          | UNKNOWN   | unknown_payment
          acme-secret test                     | TAKEN     | nothing
          acme-secret TG-210-999 approved 1000 | UNKNOWN   | unknown_payment
          guessed %s approved 10000            | FORGED    | bad_signature
          acme-secret throw it                 | MALFORMED | malformed
          """)
  void aCallbackIsAnsweredOnceItIsKept(String body, String verdict, String result) {
    var id = redirected(SALE);

    assertThat(callback(Sales.GATEWAY, body.replace("%s", Reference.of(id)))).isEqualTo(verdict);
    assertThat(world.count("tollgate.provider.callbacks", "result", result)).isEqualTo(1);
  }

  @Test
  void aGatewaySpeaksOfItsOwnPaymentsOnly() {
    var id = redirected(SALE);

    assertThat(callback(World.CONFIRMING, approval(id))).isEqualTo("UNKNOWN");
    assertThat(world.state(id)).isInstanceOf(AwaitingCustomer.class);
  }

  @Test
  void aRepeatedCallbackIsKnownAlready() {
    var id = redirected(SALE);

    assertThat(callback(Sales.GATEWAY, approval(id))).isEqualTo("TAKEN");
    assertThat(callback(Sales.GATEWAY, approval(id))).isEqualTo("TAKEN");
    assertThat(world.count("tollgate.provider.callbacks", "result", "duplicate")).isEqualTo(1);
    assertThat(world.store.postings()).hasSize(1);
  }

  @Test
  void whatCannotBeKeptMustComeAgain() {
    var id = redirected(SALE);
    world.payments.down = true;

    assertThat(callback(Sales.GATEWAY, approval(id))).isEqualTo("BUSY");
    world.payments.down = false;
    assertThat(callback(Sales.GATEWAY, approval(id))).isEqualTo("TAKEN");
  }

  @ParameterizedTest(name = "asked, the provider says {0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          approved 10000 | TAKEN | Succeeded
          declined       | TAKEN | Declined
          pending        | BUSY  | AwaitingCustomer
          nothing        | BUSY  | AwaitingCustomer
          """)
  void aSuccessMayNeedToBeSaidTwice(String said, String verdict, String state) {
    var id = redirected(SALE.through(World.CONFIRMING));
    world.answering(said);

    assertThat(callback(World.CONFIRMING, approval(id))).isEqualTo(verdict);
    assertThat(is(id, state)).isTrue();
  }

  @ParameterizedTest(name = "rung for, the provider says {0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          approved 10000 | TAKEN    | Succeeded
          approved 9999  | MISMATCH | AwaitingCustomer
          declined       | TAKEN    | Declined
          pending        | TAKEN    | AwaitingCustomer
          nothing        | BUSY     | AwaitingCustomer
          """)
  void aDoorbellIsAnsweredByAsking(String said, String verdict, String state) {
    var id = redirected(SALE);
    world.answering(said);

    assertThat(callback(Sales.GATEWAY, rung(id))).isEqualTo(verdict);
    assertThat(is(id, state)).isTrue();
  }

  @Test
  void aDoorbellForWhatIsPaidAsksNobody() {
    var id = redirected(SALE);
    callback(Sales.GATEWAY, approval(id));
    world.answering("nothing");

    assertThat(callback(Sales.GATEWAY, rung(id))).isEqualTo("TAKEN");
    assertThat(world.toldAgain).as("it is not silent").hasSize(1);
    assertThat(callback(Sales.GATEWAY, AcmePay.KEY + " " + Reference.of(id) + " may 10000"))
        .isEqualTo("UNWANTED");
  }

  /** Of what is paid, the bell names this transfer; asked about it, the provider says that. */
  @ParameterizedTest(name = "{0} rings, the provider says {1}: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A-1 | nothing            | TAKEN    | 0
          A-2 | approved 10000 A-2 | MISMATCH | 1
          A-2 | approved 500 A-2   | MISMATCH | 1
          A-2 | pending            | TAKEN    | 0
          A-2 | declined           | TAKEN    | 0
          A-2 | nothing            | BUSY     | 0
          """)
  void whoPaysTwiceIsSeen(String transfer, String said, String verdict, int contradictions) {
    var id = redirected(SALE);
    callback(Sales.GATEWAY, approval(id));
    answeringAbout(transfer, said);

    assertThat(callback(Sales.GATEWAY, rung(id) + " " + transfer)).isEqualTo(verdict);
    assertThat(world.store.contradictions()).hasSize(contradictions);
    assertThat(world.store.postings()).hasSize(1);
  }

  @ParameterizedTest(name = "A-2 rings while A-1 is open, and is {0}: {1}, {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          approved 10000 A-2 | TAKEN | Succeeded
          declined           | TAKEN | AwaitingCustomer
          pending            | TAKEN | AwaitingCustomer
          nothing            | BUSY  | AwaitingCustomer
          """)
  void theEndOfAnotherTransferIsNotThatOfOurs(String said, String verdict, String state) {
    var id = redirected(SALE);
    answeringAbout("A-2", said);

    assertThat(callback(Sales.GATEWAY, rung(id) + " A-2")).isEqualTo(verdict);
    assertThat(is(id, state)).isTrue();
  }

  @Test
  void whoPaysTwiceIsSeenWhereSuccessMustBeSaidTwiceToo() {
    var id = redirected(SALE.through(World.CONFIRMING));
    world.answering("approved 10000");
    callback(World.CONFIRMING, approval(id));
    world.answering("nothing");

    assertThat(callback(World.CONFIRMING, approval(id))).isEqualTo("TAKEN");
    assertThat(callback(World.CONFIRMING, approval(id) + " A-2")).isEqualTo("MISMATCH");
    assertThat(world.store.contradictions()).hasSize(1);
  }

  private void answeringAbout(String transfer, String said) {
    world.answering(request ->
        request.response().end(transfer.equals(request.query()) ? said : "another was asked for"));
  }

  @Test
  void aReturningCustomerSeesTheProvidersWord() {
    var id = redirected(SALE);
    world.answering("approved 10000");
    var token = "req-pay-" + id.operation();

    assertThat(await(world.desk.returned(id, "guess"))).isEmpty();
    assertThat(await(world.desk.returned(new Payment.Id(210, 999), token))).isEmpty();
    assertThat(await(world.desk.returned(id, token)).orElseThrow().state())
        .isEqualTo(new Succeeded());
  }

  @Test
  void aReturningCustomerDoesNotWaitForASilentProvider() {
    var id = redirected(SALE);
    world.answering(request -> {});

    var seen = await(world.desk.returned(id, "req-pay-" + id.operation())).orElseThrow();
    assertThat(seen.isOpen()).isTrue();
  }

  private Payment.Id redirected(Sales sale) {
    world.answering("redirect");
    var id = world.sale(sale);
    until(() -> world.state(id) instanceof AwaitingCustomer);
    return id;
  }

  private static String rung(Payment.Id id) {
    return AcmePay.KEY + " " + Reference.of(id) + " bell";
  }

  private static String approval(Payment.Id id) {
    return AcmePay.KEY + " " + Reference.of(id) + " approved 10000";
  }

  private String callback(long gateway, String body) {
    var callback = Callback.post(Map.of(), body.getBytes(UTF_8));
    return await(world.desk.callback(world.gateway(gateway), callback)).body();
  }

  private boolean is(Payment.Id id, String state) {
    return world.state(id).getClass().getSimpleName().equals(state);
  }
}
