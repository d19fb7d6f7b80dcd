package tollgate.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import tollgate.engine.Change;
import tollgate.engine.Contradiction;
import tollgate.engine.Watcher;
import tollgate.operations.PaymentMeters.Kind;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Open;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Refusal;
import tollgate.payment.Sale;
import tollgate.tenant.Activation;
import tollgate.tenant.Tenants;

/** Counts what the engine commits. Every label comes from our own lists, none from a request. */
public final class EngineMeters implements Watcher {

  /** Of a link, whose customer has yet to choose a method. */
  private static final String NO_CHOICE = "none";

  private final MeterRegistry registry;
  private final Supplier<Tenants> tenants;
  private final PaymentMeters payments;
  private final DistributionSummary batches;
  private final Timer commits;
  private final Counter races;

  /** What is switched on now is counted from zero on: a rate needs a first value. */
  public EngineMeters(MeterRegistry registry, Supplier<Tenants> tenants) {
    this.registry = registry;
    this.tenants = tenants;
    payments = new PaymentMeters(registry);
    batches =
        DistributionSummary.builder("tollgate.batch.payments")
            .description("Payments in one commit")
            .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
            .register(registry);
    commits =
        Timer.builder("tollgate.batch.duration")
            .description("From the start of a batch to its commit")
            .serviceLevelObjectives(
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofMillis(500),
                Duration.ofSeconds(2))
            .register(registry);
    races =
        Counter.builder("tollgate.races")
            .description("Events that lost a race and were asked again")
            .register(registry);
    for (var refusal : Refusal.values()) contradictions(refusal);
    for (var project : tenants.get().projects().values()) {
      project.activations().values().forEach(this::countFromZero);
    }
  }

  private void countFromZero(Activation activation) {
    var provider = activation.gateway().provider();
    payments.countFromZero(new Kind("purchase", provider, activation.method().code()));
  }

  @Override
  public void committed(Change change) {
    var after = change.after();
    var before = change.before();
    var kind = kind(after);
    if (before == null || isConfirmed(before.payment(), after)) payments.accepted(kind).increment();
    for (var refund : after.refunds()) {
      var known = before == null ? null : before.payment().refund(refund.operation());
      if (!refund.equals(known)) payments.refunded(kind, became(refund)).increment();
    }
    if (after.isOpen()) return;

    var wasOpen = before == null || before.payment().isOpen();
    if (wasOpen) finished(after, kind);
    var wasLate = before != null && before.payment().state() instanceof PaidLate;
    if (after.state() instanceof PaidLate && !wasLate) {
      payments.late(kind, outcome(change)).increment();
    }
  }

  private static String outcome(Change change) {
    if (change.after().state() instanceof PaidLate late && late.credited()) return "credited";

    var goesBack = change.tasks().stream().anyMatch(task -> task.effect() == Effect.REFUND_LATE);
    return goesBack ? "refunding" : "held";
  }

  private static String became(Refund refund) {
    return refund.isDone() ? "success" : refund.isInFlight() ? "accepted" : "decline";
  }

  /** A link that becomes a sale is a sale that was accepted. */
  private static boolean isConfirmed(Payment before, Payment after) {
    return before instanceof Link && !(after instanceof Link);
  }

  private void finished(Payment payment, Kind kind) {
    var meters = payments.ended(kind, status(payment.state()));
    meters.finished().increment();
    meters.duration().record(Duration.between(payment.openedAt(), payment.changedAt()));
    if (code(payment.state()) == Code.AUTO_DECLINE) payments.expired(kind).increment();
  }

  /** The merchant's words for it. */
  private static String status(PaymentState state) {
    return switch (code(state)) {
      case SUCCESS -> "success";
      case INTERNAL_ERROR -> "error";
      case Code _ -> "decline";
    };
  }

  private static Code code(PaymentState state) {
    return switch (state) {
      case Open _ -> Code.AWAITING_PROCESSING;
      case Succeeded _ -> Code.SUCCESS;
      case Declined(Code code) -> code;
      case Failed(Code code) -> code;
      case PaidLate late -> late.code();
    };
  }

  @Override
  public void refused(Contradiction contradiction) {
    contradictions(contradiction.refusal()).increment();
  }

  @Override
  public void batch(int payments, Duration took) {
    batches.record(payments);
    commits.record(took);
  }

  @Override
  public void raced() {
    races.increment();
  }

  private Kind kind(Payment payment) {
    if (payment instanceof Link) return new Kind(type(payment), NO_CHOICE, NO_CHOICE);

    var terms = payment.terms();
    var gateway = tenants.get().gateway(terms.gateway());
    var provider =
        terms.payer() != null ? "wallet" : gateway == null ? "unknown" : gateway.provider();
    return new Kind(type(payment), provider, terms.method());
  }

  private static String type(Payment payment) {
    return switch (payment) {
      case Sale _ -> "purchase";
      case Payout _ -> "payout";
      case Link _ -> "invoice";
    };
  }

  private Counter contradictions(Refusal refusal) {
    var reason = refusal.name().toLowerCase(Locale.ROOT);
    return Counter.builder("tollgate.contradictions")
        .description("Events that a payment refused")
        .tag("reason", reason)
        .register(registry);
  }
}
