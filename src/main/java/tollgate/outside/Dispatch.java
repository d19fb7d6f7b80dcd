package tollgate.outside;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.engine.Performer;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.tenant.Tenants;

/**
 * Hands duties to the verticle that owns the outside party: each provider's own, the one of the
 * webhooks or the one of the mail. What a verticle has no room for lies in the outbox for a short
 * while: it is born there when that is known at the commit, and goes back when it is not. Safe from
 * any thread; never blocks, never throws.
 */
public final class Dispatch implements Performer {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  /** While a verticle is full, or not there yet. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** While a gateway is missing from the configuration. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Vertx vertx;
  private final Bus bus;
  private final Parts parts;
  private final Limits limits;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /**
   * What it works with.
   *
   * @param behind whether there is more to decide than one commit takes
   */
  public record Parts(
      Outbox outbox, Supplier<Tenants> tenants, OutsideMeters meters, BooleanSupplier behind) {}

  /**
   * What one verticle may hold.
   *
   * @param handedOverMax duties, waiting or in flight
   * @param mayWaitMax the same of cancellations and final notices, which are counted apart
   * @param decideFirst how long these wait while decisions do
   */
  public record Limits(int handedOverMax, int mayWaitMax, Duration decideFirst) {

    /** While others stand in line, enough to keep a verticle busy. */
    private Line.Limits line() {
      var atOnceMax = Math.ceilDiv(mayWaitMax, 5);
      return new Line.Limits(handedOverMax, mayWaitMax, atOnceMax, decideFirst);
    }

    private int most() {
      return Math.min(handedOverMax, mayWaitMax);
    }
  }

  public Dispatch(Vertx vertx, Parts parts, Limits limits) {
    this.vertx = vertx;
    bus = new Bus(vertx);
    this.parts = parts;
    this.limits = limits;
  }

  @Override
  public void perform(Duty duty) {
    var address = address(duty.payment(), duty.effect());
    if (address == null) {
      LOG.error("no gateway {} for {}", duty.payment().terms().gateway(), duty.payment().id());
      back(duty, LONG);
      return;
    }
    handOver(address, duty);
  }

  @Override
  public Duration busy(Payment payment, Effect effect) {
    var address = address(payment, effect);
    return address != null && line(address).isFull(effect) ? SHORT : Duration.ZERO;
  }

  /** Of the verticle that does it; null when its gateway is not configured. */
  private @Nullable String address(Payment payment, Effect effect) {
    if (effect.isNotice()) return Bus.WEBHOOKS;
    if (effect == Effect.MAIL_LINK) return Bus.MAIL;

    var gateway = parts.tenants().get().gateway(payment.terms().gateway());
    return gateway == null ? null : Bus.provider(gateway.provider());
  }

  /** How many more duties every verticle would take now, whatever they are. */
  public int room() {
    return lines.values().stream().mapToInt(Line::room).min().orElse(limits.most());
  }

  /** Whether there are more important things to do than what lies in the outbox. */
  boolean isBehind() {
    return parts.behind().getAsBoolean();
  }

  private void handOver(String address, Duty duty) {
    var line = line(address);
    var slot = line.place(duty.effect());
    if (slot == null) back(duty, SHORT);
    else line.take(new Parcel.Work(duty, slot));
  }

  private Line line(String address) {
    return lines.computeIfAbsent(address, this::newLine);
  }

  private Line newLine(String address) {
    var line = new Line(vertx, limits.line(), parts.behind(), parcel -> send(address, parcel));
    parts.meters().watchHandedOver(address, line::held);
    return line;
  }

  private void send(String address, Parcel.Work parcel) {
    if (bus.send(address, parcel)) return;

    LOG.warn("nobody at {}", address);
    parcel.slot().free();
    back(parcel.duty(), SHORT);
  }

  /** A question is kept nowhere: the payment's own time asks again. */
  private void back(Duty duty, Duration delay) {
    if (duty.effect().isDurable()) parts.outbox().back(duty, delay);
  }
}
