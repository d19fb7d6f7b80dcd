package tollgate.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tollgate.engine.Lane.Item;
import tollgate.ledger.Posting;
import tollgate.payment.Decision;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.Effect;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.Sale;

/** One payment in one batch: every event that came for it, applied in the order of arrival. */
final class Work {

  /** What is kept of a refused event's words; an event prints no secret. */
  private static final int SAID_CHARS_MAX = 2000;

  private final Stored before;
  private final List<Item> items = new ArrayList<>(1);
  private final List<Decision> decisions = new ArrayList<>(1);
  private final List<Step> steps = new ArrayList<>(1);
  private final List<News.Source> sources = new ArrayList<>(1);
  private final List<Contradiction> contradictions = new ArrayList<>(0);
  private Payment now;

  Work(Stored before) {
    this.before = before;
    now = before.payment();
  }

  void take(Item item, Instant at, Funds funds) {
    var event = item.news().event();
    // Stored before the limit, by the database's clock, counts; what comes later meets a decline.
    if (before.overdue() && now.isOpen() && !(event instanceof TimeLimitReached)) {
      move(now.apply(new TimeLimitReached(), at), item, event);
    }
    var decision = isPast(event) ? new Ignored(now) : settled(now.apply(event, at), funds);
    move(decision, item, event);
    items.add(item);
    decisions.add(decision);
  }

  /**
   * Somebody saw a link's end come when a customer was a moment faster: the sale that it became has
   * a time of its own.
   */
  private boolean isPast(PaymentEvent event) {
    var isOfLink = now instanceof Sale && now.terms().details().invoice() != null;
    return event instanceof TimeLimitReached && isOfLink && !before.overdue();
  }

  private static Decision settled(Decision decision, Funds funds) {
    if (!(decision instanceof Funded(Step step, Decision ifShort))) return decision;

    return funds.take(step.postings()) ? step : ifShort;
  }

  private void move(Decision decision, Item item, PaymentEvent event) {
    switch (decision) {
      case Step step -> {
        now = step.payment();
        steps.add(step);
        var source = item.news().source();
        if (source != null && !sources.contains(source)) sources.add(source);
      }
      case Refused refused -> contradictions.add(contradiction(refused, event));
      case Ignored _, Denied _ -> {}
      case Funded _ -> throw new IllegalStateException("not settled: " + decision);
    }
  }

  private static Contradiction contradiction(Refused refused, PaymentEvent event) {
    var said = event.toString();
    var kept = said.substring(0, Math.min(said.length(), SAID_CHARS_MAX));
    return new Contradiction(refused.payment().id(), refused.refusal(), kept);
  }

  boolean isChanged() {
    return !steps.isEmpty();
  }

  Payment.Id id() {
    return before.payment().id();
  }

  Change change(AfterCommit afterCommit) {
    return afterCommit.change(before, steps, sources, done());
  }

  /** What would be saved, notices unwritten. */
  Rehearsal.Would would() {
    var postings = new ArrayList<Posting>(1);
    var effects = new ArrayList<Effect>(2);
    for (var step : steps) {
      postings.addAll(step.postings());
      effects.addAll(AfterCommit.wanted(step, now).effects());
    }
    var decision = decisions.getLast();
    return new Rehearsal.Would(
        before.payment(), before.overdue(), decision, now, postings, effects);
  }

  List<Duty> done() {
    var done = new ArrayList<Duty>(1);
    for (var item : items) {
      var duty = item.news().done();
      if (duty != null && duty.effect().isDurable()) done.add(duty);
    }
    return done;
  }

  List<Item> items() {
    return items;
  }

  List<Contradiction> contradictions() {
    return contradictions;
  }

  /** Of each callback that told nothing new, the payment that it spoke of. */
  List<Payment> toldAgain() {
    var told = new ArrayList<Payment>(0);
    for (int i = 0; i < items.size(); i++) {
      var byCallback = items.get(i).news().source() != null;
      if (byCallback && decisions.get(i) instanceof Ignored(Payment payment)) told.add(payment);
    }
    return told;
  }

  void answer() {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).promise().tryComplete(new Handled.Decided(decisions.get(i)));
    }
  }
}
