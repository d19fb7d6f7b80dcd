package tollgate.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Duty;
import tollgate.engine.News;
import tollgate.engine.Performer;
import tollgate.payment.Code;
import tollgate.payment.Effect;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.Doubtful;
import tollgate.payment.PaymentEvent.LinkMailed;
import tollgate.payment.PaymentEvent.NotSent;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.Payout;
import tollgate.payment.Sale;
import tollgate.provider.Provider.Start;
import tollgate.simulation.Saboteur.Habit;
import tollgate.simulation.Weather.Fault;

/**
 * What a node does in the world, as {@code outside} does it: it calls providers, tells merchants.
 */
final class Hands implements Performer {

  static final Duration SOON = Duration.ofSeconds(10);
  static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  /** How often it is tried to reach a provider with a sale. */
  private static final int SENDS_MAX = 2;

  /** Seconds before the next attempt to tell a merchant. */
  private static final int[] RETRIES = {
    5, 30, 120, 600, 1800, 3600, 7200, 7200, 7200, 7200, 7200, 7200
  };

  private final World world;
  private final Node node;
  private final Wire wire;
  private final Calls calls;
  private final MoneyOutHands moneyOut;

  Hands(World world, Node node, Wire wire) {
    this.world = world;
    this.node = node;
    this.wire = wire;
    calls = new Calls(world);
    moneyOut = new MoneyOutHands(world, node, wire, this);
  }

  @Override
  public Duration busy(Payment payment, Effect effect) {
    return world.weather().has(Fault.NO_ROOM) ? SOON : Duration.ZERO;
  }

  @Override
  public void perform(Duty duty) {
    switch (duty.effect()) {
      case CALL_PROVIDER -> {
        switch (duty.payment()) {
          case Sale sale -> sell(duty, sale);
          case Payout payout -> moneyOut.payOut(duty, payout);
          case Link _ -> throw new IllegalStateException("no provider sells a link");
        }
      }
      case ASK_PROVIDER ->
          answered(
              calls.ask(duty.payment()),
              event -> {
                var isClear = event != null && !(event instanceof Doubtful);
                if (isClear) settle(duty, event);
              });
      case CANCEL_AT_PROVIDER -> cancel(duty);
      case REFUND_AT_PROVIDER -> moneyOut.refund(duty);
      case REFUND_LATE -> moneyOut.refundLate(duty);
      case MAIL_LINK -> mail(duty);
      case NOTIFY_LINK_OPENED, NOTIFY_LINK_MAILED -> tell(duty);
      case NOTIFY_INTERMEDIATE, NOTIFY_FINAL, NOTIFY_LATE -> tell(duty);
    }
  }

  private void sell(Duty duty, Sale sale) {
    if (!(sale.state() instanceof Processing)) {
      wire.outbox().done(duty);
      return;
    }
    switch (calls.start(sale)) {
      case Start.Already(ProviderEvent event) -> settle(duty, event);
      case Start.Send(var request) ->
          exchange(calls.started(sale, request), event -> sold(duty, event));
    }
  }

  private void sold(Duty duty, @Nullable ProviderEvent event) {
    switch (event) {
      case null -> notReached(duty);
      case Doubtful doubtful -> inDoubt(duty, doubtful);
      // A repeat was refused, and nothing was said of the first message, which may have arrived.
      case SaleDeclined declined when isInDoubt(duty) && declined.providersId().isEmpty() ->
          inDoubt(duty, new Doubtful("repeat refused"));
      case ProviderEvent clear -> settle(duty, clear);
    }
  }

  /** The same message with the same key goes out again, as long as the payment is open. */
  private void inDoubt(Duty duty, Doubtful doubtful) {
    node.handle(News.of(duty.payment().id(), doubtful))
        .onSuccess(_ -> wire.outbox().later(duty, SOON));
  }

  /** Of an earlier attempt nobody knows whether it was sent: its node may be dead. */
  private void notReached(Duty duty) {
    if (isInDoubt(duty) || duty.attempt() < SENDS_MAX) wire.outbox().later(duty, SOON);
    else settle(duty, new NotSent(Code.NETWORK_ERROR));
  }

  private static boolean isInDoubt(Duty duty) {
    return duty.payment().state().equals(new Processing(true));
  }

  private void cancel(Duty duty) {
    var question = calls.cancel(duty.payment());
    if (question.isPresent()) {
      exchange(
          question.get(),
          event -> {
            if (isClear(event)) settle(duty, event);
            else lastWord(duty, _ -> true);
          });
    } else if (world.sabotage().keeps(Habit.ASKS_ONCE_MORE)) {
      lastWord(duty, Hands::isUnheard);
    } else {
      wire.outbox().done(duty);
    }
  }

  /** What was paid unheard until now is found by asking once more. */
  private void lastWord(Duty duty, Predicate<@Nullable ProviderEvent> isToBeAskedAgain) {
    answered(
        calls.ask(duty.payment()),
        event -> {
          if (isClear(event)) settle(duty, event);
          else if (isToBeAskedAgain.test(event)) wire.outbox().later(duty, SOON);
          else wire.outbox().done(duty);
        });
  }

  private static boolean isUnheard(@Nullable ProviderEvent event) {
    return event == null || (event instanceof Doubtful doubtful && doubtful.unheard());
  }

  private static boolean isClear(@Nullable ProviderEvent event) {
    return event != null && Calls.isDecided(event);
  }

  /** What could not be kept must come again: the duty stays. */
  void settle(Duty duty, PaymentEvent event) {
    var handled = node.handle(News.after(duty, event));
    if (duty.effect().isDurable()) handled.onFailure(_ -> wire.outbox().later(duty, SOON));
  }

  private void mail(Duty duty) {
    if (!duty.payment().state().equals(new Offered(false))) {
      wire.outbox().done(duty);
      return;
    }
    if (world.weather().has(Fault.MAIL_LOST)) wire.outbox().later(duty, SOON);
    else node.after(world.weather().way(), () -> settle(duty, new LinkMailed()));
  }

  private void tell(Duty duty) {
    var weather = world.weather();
    if (weather.has(Fault.WEBHOOK_LOST)) {
      node.after(CALL_TIMEOUT, () -> untold(duty));
      return;
    }
    world
        .timeline()
        .after(
            weather.way(),
            () -> {
              var acknowledged = world.merchants().hear(duty) && !weather.has(Fault.ACK_LOST);
              node.invite(duty.payment());
              node.after(
                  weather.way(),
                  () -> {
                    if (acknowledged) wire.outbox().done(duty);
                    else untold(duty);
                  });
            });
  }

  private void untold(Duty duty) {
    if (duty.attempt() > RETRIES.length) {
      wire.outbox().exhausted(duty);
      return;
    }
    wire.outbox().later(duty, Duration.ofSeconds(RETRIES[duty.attempt() - 1]));
  }

  /** In doubt where there is nobody to ask. */
  private void answered(
      Optional<Supplier<ProviderEvent>> question, Consumer<@Nullable ProviderEvent> whenAnswered) {
    if (question.isPresent()) exchange(question.get(), whenAnswered);
    else whenAnswered.accept(new Doubtful("there is nobody to ask"));
  }

  /** Null when the provider was certainly not reached. */
  void exchange(Supplier<ProviderEvent> question, Consumer<@Nullable ProviderEvent> whenAnswered) {
    if (isReached()) send(question, whenAnswered);
    else node.after(world.weather().way(), () -> whenAnswered.accept(null));
  }

  /** Whether there is a connection; nothing was sent yet. */
  boolean isReached() {
    var weather = world.weather();
    return !weather.isProviderGone() && !weather.has(Fault.PROVIDER_NOT_REACHED);
  }

  /** Over a connection: from now on it may have arrived. */
  void send(Supplier<ProviderEvent> question, Consumer<ProviderEvent> whenAnswered) {
    var weather = world.weather();
    if (weather.isProviderSilent() || weather.has(Fault.PROVIDER_REQUEST_LOST)) {
      node.after(CALL_TIMEOUT, () -> whenAnswered.accept(Doubtful.unheard("no answer")));
      return;
    }
    world
        .timeline()
        .after(
            weather.way(),
            () -> {
              var event = question.get();
              if (weather.has(Fault.PROVIDER_REPLY_LOST)) {
                node.after(CALL_TIMEOUT, () -> whenAnswered.accept(Doubtful.unheard("no answer")));
              } else {
                node.after(weather.way(), () -> whenAnswered.accept(event));
              }
            });
  }
}
