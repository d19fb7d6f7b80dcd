package tollgate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.payment.Effect.NOTIFY_FINAL;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.engine.MemoryStore.DutyLeft;
import tollgate.engine.Stored;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.PayoutApproved;
import tollgate.payment.PaymentEvent.RefundApproved;
import tollgate.payment.PaymentEvent.RefundEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Payout;

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
  private final Reserves reserves;
  private final Duties duties;
  private @Nullable AssertionError first;
  private int acknowledged;

  Auditor(World world) {
    this.world = world;
    journal = new Journal(world, this);
    books = new Books(world, this);
    reserves = new Reserves(world, this);
    duties = new Duties(world, this);
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
    reserves.audit();
    duties.audit();
    for (var stored : world.store().allPayments()) audit(stored);
    auditAnswers();
    complain();
  }

  /** What must hold once nothing is left to do. */
  void lastAudit() {
    for (var stored : world.store().allPayments()) {
      var payment = stored.payment();
      expect(!payment.isOpen(), "I7 open for ever", stored);
      auditTold(payment, payment.id());
      for (var refund : payment.refunds()) {
        expect(!refund.isInFlight(), "I13 reserved for ever", stored);
        auditTold(payment, new Payment.Id(payment.id().project(), refund.operation()));
      }
      books.agreesWithProvider(payment);
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
    if (payment.isOpen() && hasLimit(payment) && isSettledSince(limitAt)) {
      expect(!now.isAfter(limitAt.plus(LATE_MAX)), "I7 open past its limit", stored);
    }
  }

  /** What may have been paid out waits for the provider's word, however long. */
  private static boolean hasLimit(Payment payment) {
    return !(payment instanceof Payout) || payment.state().equals(new Processing(false));
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
    var operations = new HashSet<Payment.Id>();
    for (var stored : world.store().allPayments()) {
      for (var refund : stored.payment().refunds()) {
        operations.add(new Payment.Id(stored.payment().id().project(), refund.operation()));
      }
    }
    for (var id : world.merchants().refunds().accepted()) {
      expect(operations.contains(id), "I11 accepted and not kept", id);
    }
  }

  private void auditAcknowledged(Callbacks.Acknowledged ack) {
    var stored = world.store().payment(ack.payment());
    expect(stored.isPresent(), "I11 acknowledged and unknown", ack);
    if (stored.isEmpty() || isContradicted(ack.payment())) return;

    var isKept = isKept(ack.event(), stored.get().payment());
    expect(isKept, "I11 acknowledged and not kept", ack + " " + stored.get());
  }

  private static boolean isKept(PaymentEvent event, Payment payment) {
    var state = payment.state();
    return switch (event) {
      case SaleApproved _ -> state instanceof Succeeded || state instanceof PaidLate;
      case PayoutApproved _ -> state instanceof Succeeded;
      case RefundEvent e -> {
        var refund = payment.refund(e.refund());
        yield refund != null && refund.isDone() == e instanceof RefundApproved;
      }
      case PaymentEvent _ -> !payment.isOpen();
    };
  }

  private void auditTold(Payment payment, Payment.Id operation) {
    var heard = world.merchants().heard(operation, NOTIFY_FINAL);
    if (!isTold(payment)) {
      expect(heard == null, "I10 told against the merchant's will", payment);
      return;
    }
    if (heard == null) {
      var exhausted = world.store().duties().stream().filter(DutyLeft::exhausted).toList();
      expect(
          exhausted.stream().anyMatch(d -> d.payment().equals(operation)), "I10 untold", payment);
      return;
    }
    var text = new String(heard, UTF_8);
    expect(
        text.equals(Texts.of(payment, operation, NOTIFY_FINAL)), "I10 told something else", text);
  }

  static boolean isTold(Payment payment) {
    return !payment.terms().details().webhooks().finalOff();
  }

  void complain() {
    if (first != null) throw first;
  }
}
