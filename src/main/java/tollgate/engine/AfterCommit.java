package tollgate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tollgate.gate.Webhook;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;

/** What a commit needs written before it, and what it sets off once it is through. */
final class AfterCommit {

  private AfterCommit() {}

  /** The change that adds a new payment. */
  static Change opening(Step step, Notices notices) {
    return new Change(
        null,
        step.payment(),
        step.postings(),
        tasks(step),
        written(step, notices),
        List.of(),
        List.of());
  }

  static List<Task> tasks(Step step) {
    var operation = operation(step);
    return step.effects().stream().map(effect -> new Task(operation, effect)).toList();
  }

  /** A notice says what was true in its own step. */
  static List<Webhook> written(Step step, Notices notices) {
    var webhooks = new ArrayList<Webhook>(1);
    for (var effect : step.effects()) {
      if (effect.isNotice()) {
        webhooks.add(notices.write(step.payment(), operation(step), effect));
      }
    }
    return webhooks;
  }

  private static Payment.Id operation(Step step) {
    return new Payment.Id(step.payment().id().project(), step.operation());
  }

  /**
   * For a commit whose answer was lost and that turned out to be ours: much of the lease is gone,
   * so its duties are not performed from memory but end their lease now. Whoever claims them next
   * fences off everybody before him.
   */
  static void release(Change change, Outbox outbox) {
    for (var duty : bornLeased(change)) outbox.later(duty, Duration.ZERO);
  }

  /** The rows were born leased to this node, so what they ask for is done straight from memory. */
  static void perform(Change change, Performer performer) {
    for (var duty : bornLeased(change)) performer.perform(duty);
  }

  /** All but the notices that the merchant wants later: those are nobody's until then. */
  private static List<Duty> bornLeased(Change change) {
    var duties = new ArrayList<Duty>(change.tasks().size());
    for (var task : change.tasks()) {
      var webhook = change.webhook(task);
      if (webhook != null && webhook.delaySeconds() > 0) continue;

      duties.add(new Duty(change.after(), task.operation(), task.effect(), 1, webhook));
    }
    return duties;
  }
}
