package tollgate.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.gate.Webhook;
import tollgate.ledger.Posting;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;

/** What a commit needs written before it, and what it sets off once it is through. */
final class AfterCommit {

  private AfterCommit() {}

  /** The change that adds a new payment, all its first steps taken. */
  static Change opening(List<Step> steps, Notices notices) {
    return change(null, steps, notices, List.of(), List.of());
  }

  /**
   * The change that these steps make together. A notice says what was true in its own step, even
   * when the next step came in the same batch.
   */
  static Change change(
      @Nullable Stored before,
      List<Step> steps,
      Notices notices,
      List<News.Source> sources,
      List<Duty> done) {
    var now = steps.getLast().payment();
    var postings = new ArrayList<Posting>(1);
    var tasks = new ArrayList<Task>(2);
    var webhooks = new ArrayList<Webhook>(1);
    for (var step : steps) {
      var wanted = wanted(step, now);
      postings.addAll(step.postings());
      tasks.addAll(tasks(wanted));
      webhooks.addAll(written(wanted, notices));
    }
    return new Change(before, now, postings, tasks, webhooks, sources, done);
  }

  /** What has been overtaken by a later step of the same batch is left out. */
  static Step wanted(Step step, Payment now) {
    var effects = step.effects().stream().filter(now::stillWants).toList();
    return new Step(step.payment(), step.operation(), step.postings(), effects);
  }

  private static List<Task> tasks(Step step) {
    var operation = operation(step);
    return step.effects().stream().map(effect -> new Task(operation, effect)).toList();
  }

  private static List<Webhook> written(Step step, Notices notices) {
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
