package tollgate.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Callers;
import tollgate.engine.Changes.Seen;
import tollgate.engine.Stored;
import tollgate.engine.Unavailable;
import tollgate.gate.Standing;
import tollgate.payment.Payment;

/** A question that waits for news of its payment. Safe for all threads; the first answer counts. */
final class Parked {

  /** A payment as the merchant calls it: it is waited for before it has been read. */
  record Place(long project, String paymentId) {}

  private final Place place;
  private final @Nullable String status;
  private final Promise<Optional<Payment>> promise = Promise.promise();
  private @Nullable Stored known;
  private @Nullable Stored early;

  /** {@code status}: the one that the merchant knows, so any other is news; absent: whichever. */
  Parked(Place place, @Nullable String status) {
    this.place = place;
    this.status = status;
  }

  Place place() {
    return place;
  }

  /** Completes on the context that this is called on. */
  Future<Optional<Payment>> answer() {
    return Callers.context(promise);
  }

  boolean isOver() {
    return promise.future().isComplete();
  }

  /** What is to be compared with the book. */
  synchronized Seen seen() {
    var version = known == null ? 0 : known.version();
    return new Seen(place.project(), place.paymentId(), version);
  }

  /**
   * The payment as it was when it was asked about, or that it is not there. A settled one has no
   * news to wait for.
   */
  void read(Optional<Stored> found) {
    var first = first(found);
    var answered = first.filter(payment -> !isWorthWaiting(payment));
    if (first.isEmpty() || answered.isPresent()) promise.tryComplete(answered);
  }

  /** A commit may have come before the payment was read. */
  private synchronized Optional<Payment> first(Optional<Stored> found) {
    known = found.filter(it -> early == null || it.version() > early.version()).orElse(early);
    return Optional.ofNullable(known).map(Stored::payment);
  }

  private boolean isWorthWaiting(Payment payment) {
    if (Standing.isSettled(payment)) return false;

    return status == null || status.equals(Standing.of(payment).status());
  }

  /** What a commit of this node, or the book, says now. */
  void hear(Stored now) {
    if (isNews(now)) promise.tryComplete(Optional.of(now.payment()));
  }

  /** The older of two is no news, in whichever order they come. */
  private synchronized boolean isNews(Stored now) {
    var before = known;
    if (before == null) {
      if (early == null || now.version() > early.version()) early = now;
      return false;
    }
    if (now.version() <= before.version()) return false;

    known = now;
    return !Standing.of(before.payment()).equals(Standing.of(now.payment()));
  }

  /** It could not be read, so there is nothing to say of it. */
  void unread(Throwable why) {
    if (seen().version() == 0) promise.tryFail(why);
  }

  /** The time is over, or nobody listens any more: as it is known. */
  void end() {
    unread(new Unavailable("not read in time"));
    promise.tryComplete(payment());
  }

  private synchronized Optional<Payment> payment() {
    return Optional.ofNullable(known).map(Stored::payment);
  }
}
