package tollgate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.payment.Effect.NOTIFY_FINAL;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.engine.MemoryStore.DutyLeft;
import tollgate.engine.Stored;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;

/**
 * Compares what the gateway keeps with what the world knows: the provider's takings, the merchants'
 * letters, and every commit that was ever made. Each complaint begins with the invariant it is
 * about.
 */
final class Auditor {

  /** What may still be on its way when the weather turns: a node frozen, an answer outstanding. */
  private static final Duration SETTLING = Duration.ofMinutes(5);

  private static final Duration LATE_MAX = Duration.ofSeconds(2);

  private final World world;
  private final Journal journal;
  private final Books books;
  private @Nullable AssertionError first;
  private int acknowledged;

  Auditor(World world) {
    this.world = world;
    journal = new Journal(world, this);
    books = new Books(world, this);
  }

  /** What a merchant must read of a payment, in the auditor's own words. */
  static String text(Payment payment, Effect effect) {
    return effect
        + " "
        + payment.id()
        + " "
        + end(payment.state())
        + " "
        + payment.terms().amount();
  }

  /** Kept until the next audit: a future that is being completed would swallow it. */
  void expect(boolean holds, String invariant, Object about) {
    if (holds || first != null) return;

    first = new AssertionError(invariant + ": " + about + " at " + world.timeline().now());
  }

  /** What must hold at any moment. */
  void audit() {
    journal.read();
    books.balance();
    for (var stored : world.store().allPayments()) audit(stored);
    auditAnswers();
    complain();
  }

  /** What must hold once nothing is left to do. */
  void lastAudit() {
    for (var stored : world.store().allPayments()) {
      var id = stored.payment().id();
      expect(!stored.payment().isOpen(), "I7 open for ever", stored);
      auditTold(stored.payment());
      books.agreesWithProvider(id);
    }
    books.agreesInTotal();
    for (var duty : world.store().duties()) expect(duty.exhausted(), "I16 left over", duty);
    for (var ack : world.provider().callbacks().acknowledged()) auditAcknowledged(ack);
    complain();
  }

  boolean isContradicted(Payment.Id id) {
    return world.store().contradictions().stream().anyMatch(c -> c.payment().equals(id));
  }

  /** Whether the weather has been fair long enough that all must be in time again. */
  boolean isSettledSince(Instant time) {
    return world.weather().isFair() && !time.isBefore(world.weather().fairSince().plus(SETTLING));
  }

  private void audit(Stored stored) {
    var payment = stored.payment();
    var id = payment.id();
    var limitAt = world.store().limitAt(id);
    var now = world.timeline().now();
    if (payment.isOpen() && isSettledSince(limitAt)) {
      expect(!now.isAfter(limitAt.plus(LATE_MAX)), "I7 open past its limit", stored);
    }
    auditDuties(payment);
  }

  /** What is not done yet must still be written down as a duty. */
  private void auditDuties(Payment payment) {
    var id = payment.id();
    var unheard = world.merchants().heard(id, NOTIFY_FINAL) == null;
    if (!payment.isOpen() && isTold(payment) && unheard) {
      expect(isDuty(id, NOTIFY_FINAL), "I9 final webhook lost", payment);
    }
    if (payment.state() instanceof AwaitingCustomer) {
      var sent = world.merchants().heard(id, Effect.NOTIFY_INTERMEDIATE) != null;
      expect(sent || isDuty(id, Effect.NOTIFY_INTERMEDIATE), "I9 redirect lost", payment);
    }
    if (payment.state().equals(new Processing(false)) && !world.provider().known().contains(id)) {
      expect(isDuty(id, Effect.CALL_PROVIDER), "I9 call lost", payment);
    }
    if (payment.state().equals(new Declined(Code.AUTO_DECLINE))
        && world.provider().isCancellable(id)) {
      expect(isDuty(id, Effect.CANCEL_AT_PROVIDER), "I9 cancel lost", payment);
    }
  }

  private void auditAnswers() {
    for (var id : world.merchants().accepted()) {
      expect(world.store().payment(id).isPresent(), "I11 accepted and not kept", id);
    }
    var all = world.provider().callbacks().acknowledged();
    for (; acknowledged < all.size(); acknowledged++) auditAcknowledged(all.get(acknowledged));
    Map<String, Payment.Id> ids = new HashMap<>();
    for (var stored : world.store().allPayments()) {
      var payment = stored.payment();
      var before = ids.put(payment.terms().paymentId(), payment.id());
      expect(before == null, "I12 two payments for one id", payment);
    }
    for (var id : world.provider().known()) {
      expect(world.store().payment(id).isPresent(), "I12 the provider knows more than we", id);
    }
  }

  private void auditAcknowledged(Callbacks.Acknowledged ack) {
    var stored = world.store().payment(ack.payment());
    expect(stored.isPresent(), "I11 acknowledged and unknown", ack);
    if (stored.isEmpty() || isContradicted(ack.payment())) return;

    var state = stored.get().payment().state();
    var isPaid = state instanceof Succeeded || state instanceof PaidLate;
    var said = ack.event() instanceof SaleApproved ? isPaid : !stored.get().payment().isOpen();
    expect(said, "I11 acknowledged and not kept", ack + " " + stored.get());
  }

  private void auditTold(Payment payment) {
    var heard = world.merchants().heard(payment.id(), NOTIFY_FINAL);
    if (!isTold(payment)) {
      expect(heard == null, "I10 told against the merchant's will", payment);
      return;
    }
    if (heard == null) {
      var exhausted = world.store().duties().stream().filter(DutyLeft::exhausted).toList();
      expect(
          exhausted.stream().anyMatch(d -> d.payment().equals(payment.id())),
          "I10 untold",
          payment);
      return;
    }
    var text = new String(heard, UTF_8);
    expect(text.equals(text(payment, NOTIFY_FINAL)), "I10 told something else", text);
  }

  static boolean isTold(Payment payment) {
    return !payment.terms().details().webhooks().finalOff();
  }

  private boolean isDuty(Payment.Id id, Effect effect) {
    return world.store().duties().stream()
        .anyMatch(duty -> duty.payment().equals(id) && duty.effect() == effect);
  }

  void complain() {
    if (first != null) throw first;
  }

  /** Late money does not change how it ended. */
  private static String end(PaymentState state) {
    return switch (state) {
      case Offered _ -> "offered";
      case Processing _ -> "processing";
      case AwaitingCustomer(var redirect) -> "awaiting " + redirect.url();
      case WithProvider _ -> "with provider";
      case Succeeded _ -> "success";
      case Declined declined -> "ended " + declined.code();
      case Failed failed -> "ended " + failed.code();
      case PaidLate late -> "ended " + late.code();
    };
  }
}
