package tollgate.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tollgate.engine.CallbackOutcome;
import tollgate.engine.News;
import tollgate.engine.News.Source;
import tollgate.engine.Stored;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleEvent;
import tollgate.payment.PaymentEvent.SalePending;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider;
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
        .otherwise(CallbackOutcome.BUSY)
        .map(outcome -> {
          var took = Duration.ofNanos(System.nanoTime() - start);
          parts.meters().providerCallback(provider.name(), outcome.result(), took);
          return provider.answer(outcome.verdict(), callback);
        });
  }

  private Future<CallbackOutcome> judged(Gateway gateway, Callback callback) {
    return switch (reading(gateway, callback)) {
      case Forged forged -> {
        LOG.warn("gateway {}: forged callback: {}", gateway.number(), forged.why());
        yield Future.succeededFuture(CallbackOutcome.FORGED);
      }
      case Malformed malformed -> {
        LOG.warn("gateway {}: malformed callback: {}", gateway.number(), malformed.why());
        yield Future.succeededFuture(CallbackOutcome.MALFORMED);
      }
      case Genuine genuine -> told(gateway, source(gateway, callback), genuine);
      case Doorbell bell -> rung(source(gateway, callback), bell);
      case Inquiry inquiry -> mayBePaid(gateway, inquiry);
      case Nothing nothing -> {
        LOG.info("gateway {}: nothing to keep: {}", gateway.number(), nothing.why());
        yield Future.succeededFuture(CallbackOutcome.NOTHING);
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

  private Future<CallbackOutcome> kept(Source source, Genuine genuine) {
    if (genuine.event() instanceof Doubtful doubtful) {
      LOG.warn("{}: callback in doubt: {}", genuine.payment(), doubtful.why());
    }
    return parts
        .engine()
        .handle(News.from(source, genuine.payment(), genuine.event()))
        .map(CallbackOutcome::of);
  }

  private static Source source(Gateway gateway, Callback callback) {
    return new Source(gateway.number(), new String(callback.form(), UTF_8));
  }

  /** A signature may leave out the outcome: then the provider is asked, and its answer is kept. */
  private Future<CallbackOutcome> told(Gateway gateway, Source source, Genuine genuine) {
    if (!gateway.confirmSuccess()) return kept(source, genuine);

    return found(gateway.number(), genuine.payment())
        .compose(found -> {
          if (!CallbackOutcome.mustBeAsked(gateway, genuine, found.orElse(null))) {
            return kept(source, genuine);
          }
          return questions
              .ask(found.orElseThrow())
              .compose(event ->
                  ProviderDuties.isClear(event)
                      ? kept(source, new Genuine(genuine.payment(), event))
                      : Future.succeededFuture(CallbackOutcome.UNCONFIRMED));
        });
  }

  /** Nothing is believed of it but that there is something to ask about. */
  private Future<CallbackOutcome> rung(Source source, Doorbell bell) {
    return found(source.gateway(), bell.payment())
        .compose(found -> {
          var payment = found.orElse(null);
          if (payment == null) return Future.succeededFuture(CallbackOutcome.UNKNOWN);
          if (CallbackOutcome.unasked(payment, bell) != null) return known(source, bell);

          return questions
              .ask(payment, bell.transfer())
              .compose(event -> answered(source, payment, bell, event));
        });
  }

  /** It changes nothing, and is heard: a provider that tells what we know is not silent. */
  private Future<CallbackOutcome> known(Source source, Doorbell bell) {
    return kept(source, new Genuine(bell.payment(), new SalePending(bell.transfer())));
  }

  private Future<CallbackOutcome> answered(
      Source source, Payment payment, Doorbell bell, ProviderEvent event) {
    if (!(event instanceof SaleEvent)) return Future.succeededFuture(CallbackOutcome.UNCONFIRMED);

    // Of another transfer than ours only its money concerns us: its end is not that of ours.
    var isOurs = event instanceof SaleApproved || !payment.isKnownByAnother(bell.transfer());
    return isOurs
        ? kept(source, new Genuine(payment.id(), event))
        : Future.succeededFuture(CallbackOutcome.NOTHING);
  }

  private Future<CallbackOutcome> mayBePaid(Gateway gateway, Inquiry inquiry) {
    return found(gateway.number(), inquiry.payment())
        .map(found -> CallbackOutcome.of(inquiry, found.orElse(null)));
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
}
