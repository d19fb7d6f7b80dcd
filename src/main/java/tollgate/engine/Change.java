package tollgate.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.gate.Webhook;
import tollgate.ledger.Posting;
import tollgate.payment.Payment;

/**
 * All that one commit does to one payment.
 *
 * @param before what was read; absent for a payment that is new
 * @param tasks what must be done once it is saved
 * @param webhooks the notices among the tasks, written
 * @param sources the callbacks that caused it
 * @param done duties that leave the outbox with it
 */
public record Change(
    @Nullable Stored before,
    Payment after,
    List<Posting> postings,
    List<Task> tasks,
    List<Webhook> webhooks,
    List<News.Source> sources,
    List<Duty> done) {

  /** The notice that this task sends; absent when it sends none, or it was not written. */
  public @Nullable Webhook webhook(Task task) {
    for (var webhook : webhooks) {
      if (webhook.effect() == task.effect() && webhook.operation().equals(task.operation())) {
        return webhook;
      }
    }
    return null;
  }
}
