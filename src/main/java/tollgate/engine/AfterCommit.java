package tollgate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.gate.Webhook;
import tollgate.ledger.Posting;
import tollgate.payment.Decision.Step;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * What a commit needs written before it, and what it sets off once it is through.
 *
 * @param notices writes what merchants are told
 * @param performer knows whether there is room for what is to be done
 */
record AfterCommit(Notices notices, Performer performer) {

  static AfterCommit of(Engine.Parts parts) {
    return new AfterCommit(parts.notices(), parts.performer());
  }

  /** The change that adds a new payment, all its first steps taken. */
  Change opening(List<Step> steps) {
    return change(null, steps, List.of(), List.of());
  }

  /**
   * The change that these steps make together. A notice says what was true in its own step, even
   * when the next step came in the same batch.
   */
  Change change(
      @Nullable Stored before, List<Step> steps, List<News.Source> sources, List<Duty> done) {
    var now = steps.getLast().payment();
    var postings = new ArrayList<Posting>(1);
    var tasks = new ArrayList<Task>(2);
    var webhooks = new ArrayList<Webhook>(1);
    for (var step : steps) {
      var wanted = wanted(step, now);
      var written = written(wanted);
      postings.addAll(step.postings());
      tasks.addAll(tasks(wanted, written));
      webhooks.addAll(written);
    }
    return new Change(before, now, postings, tasks, webhooks, sources, done);
  }

  /** What has been overtaken by a later step of the same batch is left out. */
  static Step wanted(Step step, Payment now) {
    var effects = step.effects().stream().filter(now::stillWants).toList();
    return new Step(step.payment(), step.operation(), step.postings(), effects);
  }

  private List<Task> tasks(Step step, List<Webhook> written) {
    var operation = operation(step);
    var tasks = new ArrayList<Task>(step.effects().size());
    for (var effect : step.effects()) {
      tasks.add(new Task(operation, effect, after(step.payment(), effect, written)));
    }
    return tasks;
  }

  /** What the merchant wants later waits for that; what is kept nowhere cannot wait. */
  private Duration after(Payment payment, Effect effect, List<Webhook> written) {
    for (var webhook : written) {
      if (webhook.effect() == effect && webhook.delaySeconds() > 0) {
        return Duration.ofSeconds(webhook.delaySeconds());
      }
    }
    return effect.isDurable() ? performer.busy(payment, effect) : Duration.ZERO;
  }

  private List<Webhook> written(Step step) {
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
