package tollgate.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Callers;
import tollgate.engine.Changes.Seen;
import tollgate.engine.Stored;
import tollgate.gate.Standing;
import tollgate.payment.Payment;

/** A question that waits for news of its payment. Safe for all threads; the first answer counts. */
final class Parked {

  private final Parking.Place place;
  private final Promise<Optional<Payment>> promise = Promise.promise();
  private volatile @Nullable Stored known;
  private volatile @Nullable Payment early;

  Parked(Parking.Place place) {
    this.place = place;
  }

  Parking.Place place() {
    return place;
  }

  /** Completes on the context that this is called on. */
  Future<Optional<Payment>> answer() {
    return Callers.context(promise);
  }

  boolean isOver() {
    return promise.future().isComplete();
  }

  /** What is to be compared with the book; empty until the payment was read. */
  Optional<Seen> seen() {
    var now = known;
    return now == null
        ? Optional.empty()
        : Optional.of(new Seen(now.payment().id(), now.version()));
  }

  /** The payment as it was when it was asked about; a decided one has no news to wait for. */
  void found(Optional<Stored> found) {
    if (found.isEmpty() || !found.get().payment().isOpen()) {
      promise.tryComplete(found.map(Stored::payment));
      return;
    }
    known = found.get();
    var before = early;
    if (before != null) hear(before);
  }

  void failed(Throwable why) {
    promise.tryFail(why);
  }

  /** A commit may come before the payment was read: it is kept until then. */
  void hear(Payment after) {
    var before = known;
    if (before == null) {
      early = after;
      before = known;
    }
    if (before != null && isNews(before.payment(), after)) promise.tryComplete(Optional.of(after));
  }

  /** What the book says; it is compared with this from now on. */
  void look(Stored now) {
    var before = known;
    known = now;
    if (before != null && isNews(before.payment(), now.payment())) {
      promise.tryComplete(Optional.of(now.payment()));
    }
  }

  /** The time is over, or nobody listens any more: as it is. */
  void end() {
    promise.tryComplete(Optional.ofNullable(known).map(Stored::payment));
  }

  private static boolean isNews(Payment before, Payment after) {
    return !Standing.of(before).equals(Standing.of(after));
  }
}
