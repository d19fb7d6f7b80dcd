package tollgate.outside;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageCodec;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The event bus inside one process: parcels go by reference and never over a wire. Addresses are
 * {@code provider.<name>}, {@code webhooks} and {@code mail}.
 */
final class Bus {

  static final String WEBHOOKS = "webhooks";
  static final String MAIL = "mail";

  private static final String CODEC = "tollgate.local";

  private final Vertx vertx;

  Bus(Vertx vertx) {
    this.vertx = vertx;
    register(vertx);
  }

  /** Many parts share one bus, and a codec is registered once. */
  private static void register(Vertx vertx) {
    try {
      vertx.eventBus().registerCodec(new ByReference());
    } catch (IllegalStateException knownAlready) {
      return;
    }
  }

  static String provider(String name) {
    return "provider." + name;
  }

  /** Fails when nobody listens there. */
  Future<Void> send(String address, Parcel parcel) {
    return vertx
        .eventBus()
        .<Parcel>sender(address, new DeliveryOptions().setCodecName(CODEC))
        .write(parcel);
  }

  Future<Parcel> ask(String address, Parcel parcel, Duration patience) {
    var options = new DeliveryOptions().setCodecName(CODEC).setSendTimeout(patience.toMillis());
    return vertx.eventBus().<Parcel>request(address, parcel, options).map(Message::body);
  }

  MessageConsumer<Parcel> listen(String address, Consumer<Message<Parcel>> taker) {
    return vertx.eventBus().localConsumer(address, taker::accept);
  }

  static void reply(Message<Parcel> message, Parcel parcel) {
    message.reply(parcel, new DeliveryOptions().setCodecName(CODEC));
  }

  private static final class ByReference implements MessageCodec<Parcel, Parcel> {

    @Override
    public void encodeToWire(Buffer buffer, Parcel parcel) {
      throw new UnsupportedOperationException("parcels stay in this process");
    }

    @Override
    public Parcel decodeFromWire(int position, Buffer buffer) {
      throw new UnsupportedOperationException("parcels stay in this process");
    }

    @Override
    public Parcel transform(Parcel parcel) {
      return parcel;
    }

    @Override
    public String name() {
      return CODEC;
    }

    @Override
    public byte systemCodecID() {
      return -1;
    }
  }
}
