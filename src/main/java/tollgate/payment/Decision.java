package tollgate.payment;

import java.util.List;
import tollgate.ledger.Posting;

/** What a payment answers to an event. */
public sealed interface Decision {

  Payment payment();

  /** It happened. All of this is saved in one commit, or none of it. */
  record Step(Payment payment, List<Posting> postings, List<Effect> effects) implements Decision {

    public Step {
      postings = List.copyOf(postings);
      effects = List.copyOf(effects);
    }
  }

  /** Nothing new: a duplicate, or news that came too late to matter. */
  record Ignored(Payment payment) implements Decision {}

  /** Not allowed. Nothing changes, and both sides are kept for a person to see. */
  record Refused(Payment payment, Refusal refusal) implements Decision {}
}
