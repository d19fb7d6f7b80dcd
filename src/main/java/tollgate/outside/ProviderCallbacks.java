package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.Handled;
import tollgate.engine.Handled.Decided;
import tollgate.engine.Handled.UnknownPayment;
import tollgate.engine.News;
import tollgate.engine.News.Source;
import tollgate.engine.Stored;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Ignored;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Decision.Step;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.SaleEvent;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.tenant.Gateway;

/**
 * Callbacks: the adapter says who sent it and what it says, the engine keeps it, and only then does
 * the provider hear that we have it.
 */
final class ProviderCallbacks {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderCallbacks.class);

  /** What the provider hears, and by which word it is counted. */
  private record Outcome(Verdict verdict, String result) {

    static final Outcome UNKNOWN = new Outcome(Verdict.UNKNOWN, "unknown_payment");
    static final Outcome BUSY = new Outcome(Verdict.BUSY, "unavailable");
    static final Outcome KNOWN = new Outcome(Verdict.TAKEN, "duplicate");
    static final Outcome UNCONFIRMED = new Outcome(Verdict.BUSY, "unconfirmed");
  }

  private final Provider provider;
  private final ProviderVerticle.Parts parts;
  private final Questions questions;

  ProviderCallbacks(Provider provider, ProviderVerticle.Parts parts, Questions questions) {
    this.provider = provider;
    this.parts = parts;
    this.questions = questions;
  }

  /** What the provider must hear. Never fails. */
  Future<Answer> open(Gateway gateway, Callback callback) {
    long start = System.nanoTime();
    return judged(gateway, callback)
        .otherwise(Outcome.BUSY)
        .map(outcome -> {
          var took = Duration.ofNanos(System.nanoTime() - start);
          parts.meters().providerCallback(provider.name(), outcome.result(), took);
          return provider.answer(outcome.verdict(), callback);
        });
  }

  private Future<Outcome> judged(Gateway gateway, Callback callback) {
    return switch (reading(gateway, callback)) {
      case Forged forged -> {
        LOG.warn("gateway {}: forged callback: {}", gateway.number(), forged.why());
        yield Future.succeededFuture(new Outcome(Verdict.FORGED, "bad_signature"));
      }
      case Malformed malformed -> {
        LOG.warn("gateway {}: malformed callback: {}", gateway.number(), malformed.why());
        yield Future.succeededFuture(new Outcome(Verdict.MALFORMED, "malformed"));
      }
      case Genuine genuine -> {
        boolean confirm = gateway.confirmSuccess() && genuine.event() instanceof SaleApproved;
        var source = source(gateway, callback);
        yield confirm
            ? asked(source, genuine.payment(), ProviderCallbacks::isDecided)
            : kept(source, genuine);
      }
      case Doorbell bell ->
          asked(source(gateway, callback), bell.payment(), event -> event instanceof SaleEvent);
      case Inquiry inquiry -> mayBePaid(gateway, inquiry);
      case Nothing nothing -> {
        LOG.info("gateway {}: nothing to keep: {}", gateway.number(), nothing.why());
        yield Future.succeededFuture(new Outcome(Verdict.TAKEN, "nothing"));
      }
    };
  }

  private Reading reading(Gateway gateway, Callback callback) {
    try {
      return provider.open(callback, gateway);
    } catch (RuntimeException unreadable) {
      LOG.error("{} cannot open a callback", provider.name(), unreadable);
      return new Malformed("unreadable");
    }
  }

  private Future<Outcome> kept(Source source, Genuine genuine) {
    if (genuine.event() instanceof Doubtful doubtful) {
      LOG.warn("{}: callback in doubt: {}", genuine.payment(), doubtful.why());
    }
    return parts
        .engine()
        .handle(News.from(source, genuine.payment(), genuine.event()))
        .map(ProviderCallbacks::outcome);
  }

  private static Source source(Gateway gateway, Callback callback) {
    return new Source(gateway.number(), new String(callback.form(), UTF_8));
  }

  /**
   * What proves little, such as a signature that leaves out the outcome, must be said to our face:
   * the provider is asked, and what it answers is kept when it is clear enough.
   */
  private Future<Outcome> asked(Source source, Payment.Id id, Predicate<ProviderEvent> isClear) {
    return found(source.gateway(), id)
        .compose(found -> {
          if (found.isEmpty()) return Future.succeededFuture(Outcome.UNKNOWN);
          if (found.get().state() instanceof Succeeded) {
            return Future.succeededFuture(Outcome.KNOWN);
          }
          return questions
              .ask(found.get())
              .compose(event ->
                  isClear.test(event)
                      ? kept(source, new Genuine(id, event))
                      : Future.succeededFuture(Outcome.UNCONFIRMED));
        });
  }

  private static boolean isDecided(ProviderEvent event) {
    return event instanceof SaleApproved || event instanceof SaleDeclined;
  }

  private Future<Outcome> mayBePaid(Gateway gateway, Inquiry inquiry) {
    return found(gateway.number(), inquiry.payment())
        .map(found -> {
          if (found.isEmpty()) return Outcome.UNKNOWN;

          var payment = found.get();
          return payment.isOpen() && payment.askedFor().equals(inquiry.amount())
              ? new Outcome(Verdict.TAKEN, "inquiry")
              : new Outcome(Verdict.UNWANTED, "unwanted");
        });
  }

  /** The payment, if it goes through that gateway. */
  private Future<Optional<Payment>> found(long gateway, Payment.Id id) {
    return parts
        .payments()
        .load(List.of(id))
        .map(found ->
            Optional.ofNullable(found.get(id))
                .map(Stored::payment)
                .filter(it -> it.terms().gateway() == gateway));
  }

  private static Outcome outcome(Handled handled) {
    return switch (handled) {
      case UnknownPayment _ -> Outcome.UNKNOWN;
      case Decided(Ignored _) -> Outcome.KNOWN;
      case Decided(Refused _), Decided(Denied _) -> new Outcome(Verdict.MISMATCH, "mismatch");
      case Decided(Funded funded) -> throw new IllegalStateException("not settled: " + funded);
      case Decided(Step step) ->
          new Outcome(
              Verdict.TAKEN, step.payment().state() instanceof PaidLate ? "late" : "accepted");
    };
  }
}
