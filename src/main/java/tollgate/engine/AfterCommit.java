package tollgate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tollgate.gate.Webhook;
import tollgate.payment.Decision.Step;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/** What a commit needs written before it, and what it sets off once it is through. */
final class AfterCommit {

  private AfterCommit() {}

  /** The change that adds a new payment. */
  static Change opening(Step step, Notices notices, Performer performer) {
    var written = written(step, notices);
    return new Change(
        null,
        step.payment(),
        step.postings(),
        tasks(step, written, performer),
        written,
        List.of(),
        List.of());
  }

  /** {@code written} are the notices of the same step. */
  static List<Task> tasks(Step step, List<Webhook> written, Performer performer) {
    var operation = operation(step);
    var tasks = new ArrayList<Task>(step.effects().size());
    for (var effect : step.effects()) {
      tasks.add(new Task(operation, effect, after(step.payment(), effect, written, performer)));
    }
    return tasks;
  }

  /** What the merchant wants later waits for that; what is kept nowhere cannot wait. */
  private static Duration after(
      Payment payment, Effect effect, List<Webhook> written, Performer performer) {
    for (var webhook : written) {
      if (webhook.effect() == effect && webhook.delaySeconds() > 0) {
        return Duration.ofSeconds(webhook.delaySeconds());
      }
    }
    return effect.isDurable() ? performer.busy(payment, effect) : Duration.ZERO;
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

  private static List<Duty> bornLeased(Change change) {
    var duties = new ArrayList<Duty>(change.tasks().size());
    for (var task : change.tasks()) {
      if (!task.isOurs()) continue;

      var webhook = change.webhook(task);
      duties.add(new Duty(change.after(), task.operation(), task.effect(), 1, webhook));
    }
    return duties;
  }
}
