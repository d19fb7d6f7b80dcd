package tollgate.engine;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;

/** What has become of payments since they were last read, on whatever node it happened. */
@FunctionalInterface
public interface Changes {

  /** A payment as its merchant calls it, and the version of it that is known; 0: it is unread. */
  record Seen(long project, String paymentId, int version) {

    public static Seen unread(long project, String paymentId) {
      return new Seen(project, paymentId, 0);
    }
  }

  /**
   * Those that exist and have another version now. One round trip, and cheap while nothing happens.
   */
  Future<List<Stored>> since(Collection<Seen> seen);
}
