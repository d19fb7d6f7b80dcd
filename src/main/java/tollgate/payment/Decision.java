package tollgate.payment;

import java.util.List;
import tollgate.ledger.Posting;

/** What a payment answers to an event. */
public sealed interface Decision {

  Payment payment();

  /** Something happens, for certain or if there is money for it. */
  sealed interface Proposal extends Decision {}

  /**
   * It happened. All of this is saved in one commit, or none of it.
   *
   * @param operation whose effects these are: the payment's own, or that of one of its refunds
   */
  record Step(Payment payment, long operation, List<Posting> postings, List<Effect> effects)
      implements Proposal {

    public Step {
      postings = List.copyOf(postings);
      effects = List.copyOf(effects);
    }

    /** A step of the payment's own operation. */
    public Step(Payment payment, List<Posting> postings, List<Effect> effects) {
      this(payment, payment.id().operation(), postings, effects);
    }
  }

  /**
   * It happens if the accounts that it takes from hold enough, by the book and at the moment of the
   * commit; else the other thing does.
   */
  record Funded(Step step, Decision ifShort) implements Proposal {
    @Override
    public Payment payment() {
      return step.payment();
    }
  }

  /** Nothing new: a duplicate, or news that came too late to matter. */
  record Ignored(Payment payment) implements Decision {}

  /** Not allowed. Nothing changes, and both sides are kept for a person to see. */
  record Refused(Payment payment, Refusal refusal) implements Decision {}

  /** The merchant asked for what cannot be, and is told so; nothing changes. */
  record Denied(Payment payment, Code code) implements Decision {}
}
