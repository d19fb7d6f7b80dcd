package tollgate.doctor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tollgate.engine.CallbackOutcome;
import tollgate.engine.Rehearsal.Would;
import tollgate.gate.Wording;
import tollgate.json.Json;
import tollgate.ledger.Posting;
import tollgate.payment.Decision;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.Refusal;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider;

/**
 * What would become of a callback if it came.
 *
 * @param timing null where it stands to no payment
 * @param would what the engine would do; null where it would not hear of it, or not before the
 *     provider was asked
 * @param outcome where the provider is asked first, what it is if the provider says the same
 * @param asks whether the provider is asked first
 */
record Prognosis(
    @Nullable Timing timing, @Nullable Would would, CallbackOutcome outcome, boolean asks) {

  Json.Obj addTo(Json.Obj told, Provider provider, Callback callback) {
    var all = told;
    if (timing != null) all = all.with("timing", Json.text(timing.words()));
    all = all.with("would", json());
    all = all.with("answer", json(provider.answer(outcome.verdict(), callback)));
    if (!asks) return all;

    var unconfirmed = provider.answer(CallbackOutcome.UNCONFIRMED.verdict(), callback);
    return all.with("answer_unconfirmed", json(unconfirmed));
  }

  private Json json() {
    var json =
        Json.object()
            .put("result", outcome.result())
            .put("asks_provider", asks)
            .put("decision", decision());
    if (would == null) return json.build();

    return json.put("why", why(would.decision()))
        .put("overdue", would.overdue())
        .put(
            "state",
            Json.object().put("before", state(would.before())).put("after", state(would.after())))
        .put("postings", Json.array(would.postings().stream().map(Prognosis::json).toList()))
        .put(
            "effects",
            Signatures.texts(would.effects().stream().map(it -> word(it.name())).toList()))
        .build();
  }

  private String decision() {
    if (would == null) return "none";

    return switch (would.decision()) {
      case Step _ -> "step";
      case Ignored _ -> "ignored";
      case Refused _ -> "refused";
      case Denied _ -> "denied";
      case Funded _ -> throw new IllegalStateException("not settled");
    };
  }

  private static String why(Decision decision) {
    return switch (decision) {
      case Refused(_, Refusal refusal) -> why(refusal);
      case Denied(_, var code) -> code.message();
      case Ignored _ -> "nothing new";
      case Step step -> step.payment().state() instanceof PaidLate ? "money after the end" : "";
      case Funded _ -> throw new IllegalStateException("not settled");
    };
  }

  private static String why(Refusal refusal) {
    return switch (refusal) {
      case AMOUNT_DIFFERS -> "another amount or currency than was agreed; a person must look";
      case CONTRADICTION ->
          "against what was told before, or another transfer for what is paid; a person must look";
    };
  }

  /** As merchants are told it; only money that came late has a state of its own here. */
  private static String state(Payment payment) {
    var status = Wording.of(payment).status();
    if (!(payment.state() instanceof PaidLate late)) return status;

    return status + (late.credited() ? ", paid late and credited" : ", paid late and held");
  }

  private static Json json(Posting posting) {
    return Json.object()
        .put("kind", word(posting.cause().kind().name()))
        .put("debit", posting.debit().address())
        .put("credit", posting.credit().address())
        .put("amount", posting.amount().decimal())
        .put("currency", posting.amount().code())
        .build();
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Json json(Answer answer) {
    return Json.object()
        .put("status", answer.status())
        .put("content_type", answer.contentType())
        .put("body", answer.body())
        .build();
  }
}
