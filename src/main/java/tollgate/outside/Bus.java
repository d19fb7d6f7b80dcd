package tollgate.outside;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.Shareable;
import java.util.function.Consumer;

/**
 * Hands parcels to the verticle that listens at an address, on its own event loop. Addresses are
 * {@code provider.<name>}, {@code webhooks} and {@code mail}; one listens at each.
 *
 * <p>Not the event bus of Vert.x: parcels never leave this process, and a question there costs a
 * handler for its answer, a timer and two messages. Who wants an answer puts a promise into the
 * parcel.
 */
final class Bus {

  static final String WEBHOOKS = "webhooks";
  static final String MAIL = "mail";

  private final Vertx vertx;
  private final LocalMap<String, Listener> listeners;

  private record Listener(Context context, Consumer<Parcel> taker) implements Shareable {}

  /** All of one Vert.x are one. */
  Bus(Vertx vertx) {
    this.vertx = vertx;
    listeners = vertx.sharedData().getLocalMap("tollgate.bus");
  }

  static String provider(String name) {
    return "provider." + name;
  }

  /** False when nobody listens there. */
  boolean send(String address, Parcel parcel) {
    var listener = listeners.get(address);
    if (listener == null) return false;

    listener.context().runOnContext(_ -> listener.taker().accept(parcel));
    return true;
  }

  /**
   * From now on {@code taker} is given, on the context that this is called on, what is sent there.
   *
   * @return ends it; what was sent before is still given
   */
  Runnable listen(String address, Consumer<Parcel> taker) {
    var listener = new Listener(vertx.getOrCreateContext(), taker);
    listeners.put(address, listener);
    return () -> listeners.removeIfPresent(address, listener);
  }
}
