package tollgate.outside;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Duty;
import tollgate.engine.Outbox;
import tollgate.engine.Performer;
import tollgate.payment.Effect;
import tollgate.tenant.Tenants;

/**
 * Hands duties to the verticle that owns the outside party: each provider's own, the one of the
 * webhooks or the one of the mail. What a verticle has no room for goes back to the outbox for a
 * short while. Safe from any thread; never blocks, never throws.
 */
public final class Dispatch implements Performer {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

  /** While a verticle is full, or not there yet. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  /** While a gateway is missing from the configuration. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Bus bus;
  private final Outbox outbox;
  private final Supplier<Tenants> tenants;
  private final OutsideMeters meters;
  private final int handedOverMax;
  private final Map<String, AtomicInteger> handedOver = new ConcurrentHashMap<>();

  /** {@code handedOverMax} bounds what one verticle may hold, waiting or in flight. */
  public Dispatch(
      Vertx vertx,
      Outbox outbox,
      Supplier<Tenants> tenants,
      OutsideMeters meters,
      int handedOverMax) {
    bus = new Bus(vertx);
    this.outbox = outbox;
    this.tenants = tenants;
    this.meters = meters;
    this.handedOverMax = handedOverMax;
  }

  @Override
  public void perform(Duty duty) {
    if (duty.effect().isNotice()) {
      handOver(Bus.WEBHOOKS, duty);
      return;
    }
    if (duty.effect() == Effect.MAIL_LINK) {
      handOver(Bus.MAIL, duty);
      return;
    }
    var gateway = tenants.get().gateway(duty.payment().terms().gateway());
    if (gateway == null) {
      LOG.error("no gateway {} for {}", duty.payment().terms().gateway(), duty.payment().id());
      back(duty, LONG);
      return;
    }
    handOver(Bus.provider(gateway.provider()), duty);
  }

  /** How many more duties every verticle would take now. */
  public int room() {
    int most = handedOver.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
    return Math.max(0, handedOverMax - most);
  }

  private void handOver(String address, Duty duty) {
    var taken = handedOver.computeIfAbsent(address, this::watched);
    var slot = Slot.take(taken, handedOverMax);
    if (slot == null) {
      back(duty, SHORT);
      return;
    }
    bus.send(address, new Parcel.Work(duty, slot))
        .onFailure(nobody -> {
          LOG.warn("nobody at {}: {}", address, nobody.getMessage());
          slot.free();
          back(duty, SHORT);
        });
  }

  private AtomicInteger watched(String address) {
    var taken = new AtomicInteger();
    meters.watchHandedOver(address, taken::get);
    return taken;
  }

  /** A question is kept nowhere: the payment's own time asks again. */
  private void back(Duty duty, Duration delay) {
    if (duty.effect().isDurable()) outbox.back(duty, delay);
  }
}
