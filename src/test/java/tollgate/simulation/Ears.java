package tollgate.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Handled;
import tollgate.engine.News;
import tollgate.engine.Stored;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Decision.Refused;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleEvent;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Verdict;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Forged;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reading.Inquiry;
import tollgate.provider.Reading.Malformed;
import tollgate.provider.Reading.Nothing;
import tollgate.simulation.Saboteur.Habit;
import tollgate.simulation.dialect.Dialect;

/**
 * How a node hears providers, as {@code outside} does: verified, read, asked about where needed.
 */
final class Ears {

  /**
   * What became of a callback.
   *
   * @param event what was kept of it; absent where that decides nothing
   */
  record Heard(Verdict verdict, Payment.@Nullable Id payment, @Nullable ProviderEvent event) {

    static Heard of(Verdict verdict) {
      return new Heard(verdict, null, null);
    }
  }

  private final World world;
  private final Node node;
  private final Wire wire;

  Ears(World world, Node node, Wire wire) {
    this.world = world;
    this.node = node;
    this.wire = wire;
  }

  Future<Heard> hear(Dialect dialect, Callback callback) {
    var gateway = dialect.gateway();
    var source = new News.Source(gateway.number(), new String(callback.form(), UTF_8));
    return switch (dialect.adapter().open(callback, gateway)) {
      case Genuine(Payment.Id id, ProviderEvent event) -> kept(source, id, event);
      case Doorbell bell -> rung(source, bell);
      case Inquiry inquiry -> found(gateway.number(), inquiry.payment()).map(judged(inquiry));
      case Nothing _ -> Future.succeededFuture(Heard.of(Verdict.TAKEN));
      case Forged forged -> misread(forged, Verdict.FORGED);
      case Malformed malformed -> misread(malformed, Verdict.MALFORMED);
    };
  }

  /** Nobody forges here. */
  private Future<Heard> misread(Reading reading, Verdict verdict) {
    world.auditor().expect(false, "I11 an honest callback is misread", reading);
    return Future.succeededFuture(Heard.of(verdict));
  }

  private Future<Heard> kept(News.Source source, Payment.Id id, ProviderEvent event) {
    return node.handle(News.from(source, id, event))
        .map(handled ->
            switch (handled) {
              case Handled.UnknownPayment _ -> Heard.of(Verdict.UNKNOWN);
              case Handled.Decided(var decision) -> {
                var isAgainst = decision instanceof Refused || decision instanceof Denied;
                var verdict = isAgainst ? Verdict.MISMATCH : Verdict.TAKEN;
                yield new Heard(verdict, id, Calls.isDecided(event) ? event : null);
              }
            });
  }

  private Future<Heard> rung(News.Source source, Doorbell bell) {
    return found(source.gateway(), bell.payment())
        .compose(found -> {
          if (found.isEmpty()) return Future.succeededFuture(Heard.of(Verdict.UNKNOWN));

          var payment = found.get();
          if (isKnown(payment, bell)) return Future.succeededFuture(Heard.of(Verdict.TAKEN));

          var believed = new SaleApproved(payment.askedFor(), "");
          return world.sabotage().keeps(Habit.DOUBTS_BELLS)
              ? asked(source, payment, bell)
              : kept(source, bell.payment(), believed);
        });
  }

  private boolean isKnown(Payment payment, Doorbell bell) {
    var sabotage = world.sabotage();
    if (!sabotage.keeps(Habit.HEEDS_BELLS)) return true;

    var isSecond =
        payment.isKnownByAnother(bell.transfer()) && sabotage.keeps(Habit.HEEDS_SECOND_BELLS);
    return payment.state() instanceof Succeeded && !isSecond;
  }

  private Future<Heard> asked(News.Source source, Payment payment, Doorbell bell) {
    var question = new Calls(world).ask(payment, bell.transfer());
    if (question.isEmpty()) return Future.succeededFuture(Heard.of(Verdict.BUSY));

    var promise = Promise.<Heard>promise();
    new Hands(world, node, wire)
        .exchange(
            question.get(),
            event -> {
              var isOurs =
                  event instanceof SaleApproved || !payment.isKnownByAnother(bell.transfer());
              if (!(event instanceof SaleEvent)) promise.complete(Heard.of(Verdict.BUSY));
              else if (!isOurs) promise.complete(Heard.of(Verdict.TAKEN));
              else kept(source, payment.id(), event).onComplete(promise);
            });
    return promise.future();
  }

  private Function<Optional<Payment>, Heard> judged(Inquiry inquiry) {
    return found -> {
      if (found.isEmpty()) return Heard.of(Verdict.UNKNOWN);

      var payment = found.get();
      var isWelcome = payment.isOpen() && payment.askedFor().equals(inquiry.amount());
      if (!world.sabotage().keeps(Habit.JUDGES_INQUIRIES)) return Heard.of(Verdict.TAKEN);

      return Heard.of(isWelcome ? Verdict.TAKEN : Verdict.UNWANTED);
    };
  }

  private Future<Optional<Payment>> found(long gateway, Payment.Id id) {
    return wire.payments()
        .load(List.of(id))
        .map(found ->
            Optional.ofNullable(found.get(id))
                .map(Stored::payment)
                .filter(payment -> payment.terms().gateway() == gateway));
  }
}
