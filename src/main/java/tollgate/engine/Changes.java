package tollgate.engine;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import tollgate.payment.Payment;

/** What has become of payments that were read before, on whatever node it happened. */
@FunctionalInterface
public interface Changes {

  /** A payment and the version of it that is known. */
  record Seen(Payment.Id payment, int version) {}

  /** Those that have another version now. One round trip, and cheap while nothing happens. */
  Future<List<Stored>> since(Collection<Seen> seen);
}
