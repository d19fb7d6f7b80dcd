package tollgate.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.gate.Webhook;
import tollgate.ledger.Posting;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * All that one commit does to one payment.
 *
 * @param before what was read; absent for a payment that is new
 * @param effects what must be done once it is saved
 * @param webhooks the notices among the effects, written
 * @param sources the callbacks that caused it
 * @param done duties that leave the outbox with it
 */
public record Change(
    @Nullable Stored before,
    Payment after,
    List<Posting> postings,
    List<Effect> effects,
    List<Webhook> webhooks,
    List<News.Source> sources,
    List<Duty> done) {

  /** The notice that this effect sends; absent when the effect is none, or was not written. */
  public @Nullable Webhook webhook(Effect effect) {
    for (var webhook : webhooks) {
      if (webhook.effect() == effect) return webhook;
    }
    return null;
  }
}
