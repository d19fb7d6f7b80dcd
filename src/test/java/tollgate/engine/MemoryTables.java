package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.payment.Sale;

/** What a database keeps: rows, a clock of its own, and one commit after another. */
final class MemoryTables {

  /**
   * {@code limitAt} and {@code dueAt} are times of the database's clock; closed, nothing is due.
   */
  record PaymentRow(Payment payment, int version, Instant limitAt, @Nullable Instant dueAt) {}

  record MerchantsId(long project, String paymentId) {}

  /** {@code attempt} 0: nobody has tried yet, and nobody holds it. */
  record DutyRow(int attempt, Instant dueAt, boolean exhausted) {}

  record DutyKey(Payment.Id operation, Effect effect) {

    static DutyKey of(Duty duty) {
      return new DutyKey(duty.operation(), duty.effect());
    }
  }

  final InstantSource clock;
  final Duration lease;
  final NavigableMap<Payment.Id, PaymentRow> payments = new TreeMap<>();
  final Map<Payment.Id, Instant> askedAt = new LinkedHashMap<>();
  final Map<Long, Instant> raisedAt = new LinkedHashMap<>();
  final Map<MerchantsId, Payment.Id> merchantsIds = new LinkedHashMap<>();
  final Map<DutyKey, DutyRow> outbox = new LinkedHashMap<>();
  final Map<DutyKey, Webhook> webhooks = new LinkedHashMap<>();
  final Map<Long, List<byte[]>> events = new LinkedHashMap<>();
  final Map<Long, Long> forgotten = new LinkedHashMap<>();
  final Set<Contradiction> contradictions = new LinkedHashSet<>();
  final List<MemoryStore.Committed> journal = new ArrayList<>();
  final MemoryBook book;
  final MemoryCustomers customers = new MemoryCustomers();
  final MemoryFirstAnswers firstAnswers = new MemoryFirstAnswers(this);

  MemoryTables(InstantSource clock, Duration lease, MemoryBook book) {
    this.clock = clock;
    this.lease = lease;
    this.book = book;
  }

  Instant now() {
    return clock.instant();
  }

  /** One commit. What breaks a constraint must throw before it has written anything. */
  synchronized <T> Future<T> commit(Supplier<T> work) {
    try {
      return Future.succeededFuture(work.get());
    } catch (ConstraintBroken | Overdrawn broken) {
      return Future.failedFuture(broken);
    } catch (ArithmeticException outOfRange) {
      return Future.failedFuture(new ConstraintBroken("out of range"));
    }
  }

  Optional<Stored> changed(Changes.Seen seen) {
    return Optional.ofNullable(merchantsIds.get(new MerchantsId(seen.project(), seen.paymentId())))
        .map(payments::get)
        .filter(row -> row.version() != seen.version())
        .map(this::stored);
  }

  Stored stored(PaymentRow row) {
    return new Stored(row.payment(), row.version(), isOverdue(row));
  }

  boolean isOverdue(PaymentRow row) {
    var over = row.payment().isOpen() && !now().isBefore(row.limitAt());
    return over && hasLimit(row.payment());
  }

  /** What may have been paid out has no limit time any more: only the provider's word ends it. */
  static boolean hasLimit(Payment payment) {
    return switch (payment) {
      case Sale _, Link _ -> true;
      case Payout payout -> payout.state().equals(new Processing(false));
    };
  }

  /** The payment whose operation this is, be it its own or a refund of it. */
  Payment paymentOf(Payment.Id operation) {
    var own = payments.get(operation);
    if (own != null) return own.payment();

    return payments.values().stream()
        .map(PaymentRow::payment)
        .filter(payment -> payment.id().project() == operation.project())
        .filter(payment -> payment.refund(operation.operation()) != null)
        .findFirst()
        .orElseThrow();
  }
}
