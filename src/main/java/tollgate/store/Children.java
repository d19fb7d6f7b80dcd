package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tollgate.engine.Change;
import tollgate.gate.Webhook;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** The rows that changes bring along, flattened over all changes of a batch. */
final class Children {

  /** A notice as it is frozen. */
  record Notice(Webhook webhook, Instant at) {}

  /** A duty as it is born: leased to us, or due only after a delay and nobody's yet. */
  record Promise(Payment.Id payment, Effect effect, int attempts, long dueInMillis) {}

  private Children() {}

  static List<Notice> notices(List<Change> changes) {
    var notices = new ArrayList<Notice>(changes.size());
    for (var change : changes) {
      for (var webhook : change.webhooks()) {
        notices.add(new Notice(webhook, change.after().changedAt()));
      }
    }
    return notices;
  }

  static List<Promise> promises(List<Change> changes, long leaseMillis) {
    var promises = new ArrayList<Promise>(changes.size());
    for (var change : changes) {
      for (var effect : change.effects()) {
        if (effect.isDurable()) promises.add(promise(change, effect, leaseMillis));
      }
    }
    return promises;
  }

  private static Promise promise(Change change, Effect effect, long leaseMillis) {
    var webhook = change.webhook(effect);
    if (webhook != null && webhook.delaySeconds() > 0) {
      return new Promise(change.after().id(), effect, 0, 1000L * webhook.delaySeconds());
    }
    return new Promise(change.after().id(), effect, 1, leaseMillis);
  }

  /** Adds the six columns of notices and the five of promises, in that order. */
  static void addTo(Tuple tuple, List<Change> changes, long leaseMillis) {
    var notices = new Columns<>(notices(changes));
    tuple
        .addValue(notices.longs(n -> n.webhook().payment().project()))
        .addValue(notices.longs(n -> n.webhook().payment().operation()))
        .addValue(notices.shorts(n -> n.webhook().effect().number()))
        .addValue(notices.texts(n -> n.webhook().url()))
        .addValue(notices.bytes(n -> n.webhook().body()))
        .addValue(notices.times(Notice::at));
    var promises = new Columns<>(promises(changes, leaseMillis));
    tuple
        .addValue(promises.longs(p -> p.payment().project()))
        .addValue(promises.longs(p -> p.payment().operation()))
        .addValue(promises.shorts(p -> p.effect().number()))
        .addValue(promises.ints(Promise::attempts))
        .addValue(promises.longs(Promise::dueInMillis));
  }
}
