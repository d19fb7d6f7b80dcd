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
  static Change opening(Step step, Notices notices) {
    return new Change(
        null,
        step.payment(),
        step.postings(),
        step.effects(),
        written(step.payment(), step.effects(), notices),
        List.of(),
        List.of());
  }

  static List<Webhook> written(Payment payment, List<Effect> effects, Notices notices) {
    var webhooks = new ArrayList<Webhook>(1);
    for (var effect : effects) {
      if (effect.isNotice()) webhooks.add(notices.write(payment, effect));
    }
    return webhooks;
  }

  /**
   * For a commit whose answer was lost and that turned out to be ours: much of the lease is gone,
   * so its duties are not performed from memory but end their lease now. Whoever claims them next
   * fences off everybody before him.
   */
  static void release(Change change, Outbox outbox) {
    for (var effect : change.effects()) {
      var webhook = change.webhook(effect);
      if (webhook != null && webhook.delaySeconds() > 0) continue;

      outbox.later(new Duty(change.after(), effect, 1, webhook), Duration.ZERO);
    }
  }

  /** The rows were born leased to this node, so what they ask for is done straight from memory. */
  static void perform(Change change, Performer performer) {
    for (var effect : change.effects()) {
      var webhook = change.webhook(effect);
      if (webhook != null && webhook.delaySeconds() > 0) continue;

      performer.perform(new Duty(change.after(), effect, 1, webhook));
    }
  }
}
