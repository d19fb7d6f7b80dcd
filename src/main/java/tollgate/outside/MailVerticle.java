package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.Engine;
import tollgate.engine.Letters;
import tollgate.engine.News;
import tollgate.engine.Outbox;
import tollgate.payment.Link;
import tollgate.payment.PaymentEvent.LinkMailed;
import tollgate.payment.PaymentState.Offered;

/**
 * Mails payment links to customers: once, unless an answer is lost between the server and us or
 * between us and the database; then the letter goes again under the same id.
 */
public final class MailVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(MailVerticle.class);

  /** While no server is configured here: another node may have one, or we after a restart. */
  private static final Duration LONG = Duration.ofMinutes(1);

  /**
   * What it works with.
   *
   * @param lease of the outbox: how long a duty is ours
   */
  public record Parts(
      Engine engine,
      Outbox outbox,
      Letters letters,
      OutsideMeters meters,
      InstantSource clock,
      Duration lease) {}

  private final Parts parts;
  private final MailOptions options;
  private final Backoff backoff;
  private final InFlight inFlight = new InFlight();
  private final Bulkhead bulkhead;
  private @Nullable Postman postman;
  private @Nullable Runnable leave;

  /** {@link IllegalArgumentException} when the options do not fit the lease. */
  public MailVerticle(Parts parts, MailOptions options) {
    options.checkAgainst(parts.lease());
    this.parts = parts;
    this.options = options;
    backoff = new Backoff(options.backoff(), 2, options.backoffMax());
    bulkhead = new Bulkhead(options.calls(), () -> System.nanoTime() / 1_000_000);
  }

  @Override
  public Future<?> start() {
    if (options.server().isOn()) postman = new Postman(vertx, options.server(), options);
    parts.meters().expectMail();
    leave = new Bus(vertx).listen(Bus.MAIL, this::take);
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    if (leave != null) leave.run();
    return inFlight
        .empty(vertx, options.stopWait())
        .compose(_ ->
            postman == null ? Future.<Void>succeededFuture() : postman.close().otherwiseEmpty());
  }

  private void take(Parcel parcel) {
    if (!(parcel instanceof Parcel.Work(Duty duty, Slot slot))) return;

    inFlight.track(perform(duty)).onComplete(_ -> slot.free());
  }

  /** Completes when we are through with it, in whatever way. Never fails. */
  private Future<Void> perform(Duty duty) {
    if (postman == null) return parts.outbox().back(duty, LONG).otherwiseEmpty();
    if (!(duty.payment() instanceof Link link) || !isWanted(link)) {
      return parts.outbox().done(duty).otherwiseEmpty();
    }
    var to = postman;
    return bulkhead
        .enter(() -> send(to, link))
        .compose(outcome -> through(duty, outcome))
        .recover(failure -> putOff(duty, failure))
        .otherwiseEmpty();
  }

  private boolean isWanted(Link link) {
    return link.state().equals(new Offered(false))
        && parts.clock().instant().isBefore(link.invoice().bestBefore());
  }

  private Future<Postman.Outcome> send(Postman by, Link link) {
    try {
      return by.send(parts.letters().write(link));
    } catch (IllegalArgumentException unsendable) {
      LOG.warn("{}: {}", link.id(), unsendable.getMessage());
      return Future.succeededFuture(Postman.Outcome.REFUSED);
    }
  }

  private Future<Void> through(Duty duty, Postman.Outcome outcome) {
    parts.meters().mail(outcome);
    return switch (outcome) {
      case SENT -> parts.engine().handle(News.after(duty, new LinkMailed())).mapEmpty();
      case REFUSED -> refused(duty);
      case FAILED -> failed(duty);
    };
  }

  /** The merchant sees that the link was not mailed, and has its address. */
  private Future<Void> refused(Duty duty) {
    LOG.warn("{}: the mail server does not take letters for that customer", duty.operation());
    return parts.outbox().done(duty);
  }

  private Future<Void> failed(Duty duty) {
    if (duty.attempt() < options.attemptsMax()) {
      return parts.outbox().later(duty, backoff.after(duty.attempt()));
    }
    LOG.warn("{}: not mailed after {} attempts", duty.operation(), duty.attempt());
    parts.meters().mailExhausted();
    return parts.outbox().exhausted(duty);
  }

  /** Not tried for want of room; what failed in another way stays ours until its lease ends. */
  private Future<Void> putOff(Duty duty, Throwable failure) {
    return failure instanceof Unsent unsent && unsent.roomIn() != null
        ? parts.outbox().back(duty, unsent.roomIn())
        : Future.failedFuture(failure);
  }
}
