package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.http.HttpServerRequest;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Closed;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Processing;
import tollgate.provider.Reference;

class ProviderVerticleTest {

  private final World world = new World().withProvider(Quick.PROVIDER).withOutbox(Quick.TICKS);

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redirect       | AwaitingCustomer
          approved 10000 | Succeeded
          declined       | Declined
          refused        | Declined
          """)
  void aClearWordIsKeptAndTheDutyIsDone(String word, String state) {
    world.answering(word);
    var id = world.sale(SALE.untold());

    until(() -> is(id, state));
    until(() -> world.store.duties().stream().noneMatch(duty -> isCall(duty.effect().name())));
    assertThat(world.outbox.count("later CALL_PROVIDER")).isZero();
  }

  @Test
  void aProviderThatKnowsAndHasNotDecidedEndsTheDuty() {
    world.answering("pending");
    var id = world.sale(SALE);

    until(() -> world.outbox.count("done CALL_PROVIDER") == 1);
    assertThat(world.state(id)).isEqualTo(new Processing(false));
  }

  @Test
  void whatAVerticleHoldsIsShown() {
    world.answering(hostile("silence"));
    world.sale(SALE.untold());

    until(() -> world.gauge("tollgate.duties.handed.over", "to", "provider.acme") == 1);
    world.answering("redirect");
    until(() -> world.gauge("tollgate.duties.handed.over", "to", "provider.acme") == 0);
  }

  /** Each way in which a server can leave us without an answer. */
  @ParameterizedTest
  @CsvSource({"500", "silence", "reset", "flood", "drip", "html", "moved"})
  void withoutAReadableAnswerTheSameMessageGoesOutAgain(String how) {
    Queue<String> keys = new ConcurrentLinkedQueue<>();
    var hostile = hostile(how);
    world.answering(request -> {
      keys.add(request.getHeader("Idempotency-Key"));
      if (keys.size() < 3) hostile.accept(request);
      else request.response().end("redirect");
    });
    var id = world.sale(SALE);

    until(() -> world.state(id) instanceof Processing(boolean inDoubt) && inDoubt);
    until(() -> world.state(id) instanceof AwaitingCustomer);
    assertThat(keys).hasSize(3).containsOnly(Reference.of(id) + "/pay");
  }

  private Consumer<HttpServerRequest> hostile(String how) {
    return request -> {
      var response = request.response();
      switch (how) {
        case "500" -> response.setStatusCode(500).end();
        case "silence" -> {}
        case "reset" -> request.connection().close();
        case "flood" -> response.end("approved 10000" + " ".repeat(10_000));
        case "drip" -> response.putHeader("Content-Length", "100").write("approved");
        case "html" -> response.end("<html>approved</html>");
        case "moved" ->
            response.setStatusCode(302).putHeader("Location", world.base() + "/other").end();
        default -> throw new AssertionError(how);
      }
    };
  }

  @Test
  void aRefusedRepeatIsNoWordAboutTheFirstMessage() {
    var calls = new AtomicInteger();
    world.answering(
        request -> request.response().end(calls.incrementAndGet() == 1 ? "who knows" : "refused"));
    var id = world.sale(SALE);

    until(() -> calls.get() >= 3);
    assertThat(world.state(id)).isEqualTo(new Processing(true));
  }

  @Test
  void whatNeverLeftUsIsDeclinedAfterSomeTries() {
    world.providerAt("http://127.0.0.1:1");
    var id = world.sale(SALE);

    until(() -> world.state(id) instanceof Closed);
    assertThat(world.state(id)).isEqualTo(new Declined(Code.NETWORK_ERROR));
    assertThat(world.outbox.notes)
        .startsWith("later CALL_PROVIDER 1 20", "later CALL_PROVIDER 2 40")
        .contains("later CALL_PROVIDER 3 80");
  }

  @Test
  void ourOwnFaultIsAnErrorAndNotADecline() {
    var id = world.sale(SALE.through(World.BROKEN));

    until(() -> world.state(id) instanceof Closed);
    assertThat(world.state(id)).isEqualTo(new Failed(Code.INTERNAL_ERROR));
  }

  @Test
  void aSickProviderIsLeftAloneAndFoundAgain() {
    var calls = new AtomicInteger();
    world.answering(request -> {
      calls.incrementAndGet();
      request.response().setStatusCode(503).end();
    });
    for (int i = 0; i < 25; i++) world.sale(SALE.within(600, 600));
    until(() -> world.count("tollgate.circuit.breaker.transitions", "state", "open") >= 1);

    world.answering("redirect");
    var id = world.sale(SALE);
    until(() -> world.state(id) instanceof AwaitingCustomer || world.state(id) instanceof Closed);
    until(() -> world.count("tollgate.circuit.breaker.transitions", "state", "closed") >= 1);
    assertThat(world.count("tollgate.provider.requests", "result", "not_sent")).isPositive();
  }

  private boolean is(Payment.Id id, String state) {
    return world.state(id).getClass().getSimpleName().equals(state);
  }

  private static boolean isCall(String effect) {
    return effect.equals("CALL_PROVIDER");
  }
}
