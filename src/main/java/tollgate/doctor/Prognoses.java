package tollgate.doctor;

import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;
import tollgate.engine.CallbackOutcome;
import tollgate.engine.Handled.Decided;
import tollgate.engine.News;
import tollgate.engine.News.Source;
import tollgate.engine.Rehearsal;
import tollgate.payment.Payment;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.tenant.Gateway;

/** Goes the way that a callback would go, as far as one can go without doing anything. */
record Prognoses(Gateway gateway, Rehearsal rehearsal) {

  /** What the provider hears when it says again what it said. */
  private static final CallbackOutcome CONFIRMED = new CallbackOutcome(Verdict.TAKEN, "confirmed");

  Future<Prognosis> of(Reading reading, @Nullable Payment payment) {
    return switch (reading) {
      case Forged _ -> ends(CallbackOutcome.FORGED);
      case Malformed _ -> ends(CallbackOutcome.MALFORMED);
      case Nothing _ -> ends(CallbackOutcome.NOTHING);
      case Inquiry inquiry -> {
        var timing = Timing.ofInquiry(payment);
        var outcome = CallbackOutcome.of(inquiry, payment);
        yield Future.succeededFuture(new Prognosis(timing, null, outcome, false));
      }
      case Doorbell bell -> Future.succeededFuture(rung(bell, payment));
      case Genuine genuine -> genuine(genuine, payment);
    };
  }

  private static Future<Prognosis> ends(CallbackOutcome outcome) {
    return Future.succeededFuture(new Prognosis(null, null, outcome, false));
  }

  private static Prognosis rung(Doorbell bell, @Nullable Payment payment) {
    var unasked = CallbackOutcome.unasked(payment, bell);
    var timing = Timing.ofDoorbell(payment, bell);
    return unasked == null
        ? new Prognosis(timing, null, CONFIRMED, true)
        : new Prognosis(timing, null, unasked, false);
  }

  private Future<Prognosis> genuine(Genuine genuine, @Nullable Payment payment) {
    var asks = CallbackOutcome.mustBeAsked(gateway, genuine, payment);
    var source = new Source(gateway.number(), "");
    return rehearsal
        .of(News.from(source, genuine.payment(), genuine.event()))
        .map(found -> {
          if (found.isEmpty()) return new Prognosis(null, null, CallbackOutcome.UNKNOWN, false);

          var would = found.get();
          var outcome = CallbackOutcome.of(new Decided(would.decision()));
          return new Prognosis(Timing.of(would, genuine.event()), would, outcome, asks);
        });
  }
}
