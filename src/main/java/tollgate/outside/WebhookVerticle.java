package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.outside.UrlGuard.Refused;
import tollgate.tenant.Tenants;

/**
 * Tells merchants, until they answer 200 or the plan ends. Endpoints take turns, so a merchant
 * whose server is dead waits for itself alone.
 */
public final class WebhookVerticle extends VerticleBase {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookVerticle.class);

  /**
   * What it works with.
   *
   * @param lease of the outbox: how long a duty is ours
   */
  public record Parts(
      Outbox outbox,
      Supplier<Tenants> tenants,
      OutsideMeters meters,
      InstantSource clock,
      Duration lease) {}

  private final Parts parts;
  private final WebhookOptions options;
  private final RetryPlan plan;
  private final UrlGuard.@Nullable Names names;
  private final InFlight inFlight = new InFlight();
  private @Nullable Staff staff;

  private record Staff(Endpoints endpoints, WebhookSender sender, Runnable leave) {}

  /** {@link IllegalArgumentException} when the options do not fit the lease. */
  public WebhookVerticle(Parts parts, WebhookOptions options) {
    this(parts, options, null);
  }

  /** With another way to look names up; for tests, who lie about them. */
  WebhookVerticle(Parts parts, WebhookOptions options, UrlGuard.@Nullable Names names) {
    options.checkAgainst(parts.lease());
    this.parts = parts;
    this.options = options;
    this.names = names;
    plan = new RetryPlan(options.attemptsMax(), options.speed());
  }

  @Override
  public Future<?> start() {
    var guard = new UrlGuard(names == null ? new VertxNames(vertx) : names);
    var endpoints = new Endpoints(options, () -> System.nanoTime() / 1_000_000);
    parts.meters().watchWebhooks(endpoints::inFlight, endpoints::waiting);
    staff =
        new Staff(
            endpoints,
            new WebhookSender(vertx, parts, guard, options),
            new Bus(vertx).listen(Bus.WEBHOOKS, this::take));
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    if (staff == null) return Future.succeededFuture();

    var sender = staff.sender();
    staff.leave().run();
    return inFlight.empty(vertx, options.stopWait()).compose(_ -> sender.close());
  }

  private void take(Parcel parcel) {
    if (staff == null || !(parcel instanceof Parcel.Work(Duty duty, Slot slot))) return;

    inFlight.track(turn(staff, duty)).onComplete(_ -> slot.free());
  }

  /** Completes when this verticle is through with the duty, in whatever way. Never fails. */
  private Future<Void> turn(Staff now, Duty duty) {
    var webhook = duty.webhook();
    if (webhook == null) {
      LOG.error("{} of {} has nothing to send", duty.effect(), duty.operation());
      return parts.outbox().exhausted(duty).otherwiseEmpty();
    }
    var through = Promise.<Void>promise();
    now.endpoints()
        .take(
            lane(webhook.url()),
            () -> attempt(now.sender(), duty, through),
            roomIn -> parts.outbox().back(duty, roomIn).otherwiseEmpty().onComplete(through));
    return through.future();
  }

  /** Addresses that are none share a lane: they are refused without a call. */
  private static String lane(String url) {
    try {
      return Endpoint.of(url).key();
    } catch (Refused noAddress) {
      return "";
    }
  }

  /** The endpoint's place is free once the merchant has answered, not only when that is kept. */
  private Future<Boolean> attempt(WebhookSender sender, Duty duty, Promise<Void> through) {
    var delivery = sender.send(duty);
    delivery
        .compose(delivered -> delivered ? parts.outbox().done(duty) : failed(duty))
        .otherwiseEmpty()
        .onComplete(through);
    return delivery;
  }

  private Future<Void> failed(Duty duty) {
    if (!plan.isLast(duty.attempt())) {
      return parts.outbox().later(duty, plan.after(duty.attempt())).otherwiseEmpty();
    }
    LOG.warn("{} of {} undelivered", duty.effect(), duty.operation());
    parts.meters().merchantCallbackExhausted(duty.effect());
    return parts.outbox().exhausted(duty).otherwiseEmpty();
  }
}
