package tollgate.provider.webmoney;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.ProviderEvent;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Evidence;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Reading;
import tollgate.provider.Refunds;
import tollgate.provider.Reply;
import tollgate.provider.Request;
import tollgate.tenant.Gateway;
import tollgate.tenant.Method;

/**
 * WebMoney's Web Merchant Interface. A sale begins without a call: the customer's browser posts a
 * form, WebMoney asks us whether the payment is welcome, takes the money and tells us.
 *
 * <p>A gateway is one purse, and so one currency; its fields and keys are those of {@link
 * Settings}. The sections named in comments are those of the public protocol as we wrote it down.
 */
public final class WebMoney implements Provider {

  @Override
  public String name() {
    return "webmoney";
  }

  @Override
  public List<Method> methods() {
    return Arrays.stream(Unit.values()).map(Unit::method).toList();
  }

  @Override
  public Needs needs() {
    return new Needs(List.of(Settings.PURSE, Settings.WMID), List.of(Settings.SECRET_KEY));
  }

  @Override
  public Map<String, String> mistakes(Gateway gateway) {
    return new Settings(gateway).mistakes();
  }

  @Override
  public Optional<String> refuses(Method method, Gateway gateway) {
    var purse = new Settings(gateway).text(Settings.PURSE);
    var isTaken = Unit.of(purse).filter(unit -> unit.method().equals(method)).isPresent();
    return isTaken
        ? Optional.empty()
        : Optional.of(
            method.code() + " needs a purse of its own, " + purse + " is of another kind");
  }

  @Override
  public Start start(Order order, Gateway gateway) {
    var form = PayForm.of(order, new Settings(gateway));
    return new Start.Already(new CustomerRedirected(form, ""));
  }

  @Override
  public Optional<Request> ask(Order order, Gateway gateway) {
    return Optional.of(TransGet.of(order, new Settings(gateway)));
  }

  /** There is no word for it: who comes too late is turned away when WebMoney asks us. */
  @Override
  public Optional<Request> cancel(Order order, Gateway gateway) {
    return Optional.empty();
  }

  @Override
  public ProviderEvent read(Call call, Order order, Gateway gateway, Reply reply) {
    return TransGet.read(order, new Settings(gateway), reply);
  }

  @Override
  public Reading open(Callback callback, Gateway gateway) {
    return Told.open(callback, new Settings(gateway));
  }

  @Override
  public Evidence evidence(Callback callback, Gateway gateway) {
    return Told.evidence(callback, new Settings(gateway));
  }

  /** What is not YES stands before the eyes of the payer. */
  @Override
  public Answer answer(Verdict verdict, Callback callback) {
    return switch (verdict) {
      case TAKEN, MISMATCH -> Answer.text(200, "YES");
      case UNWANTED -> Answer.text(200, "ERR: this cannot be paid, or not this much");
      case FORGED -> Answer.text(403, "ERR: hash");
      case MALFORMED -> Answer.text(400, "ERR: malformed");
      case UNKNOWN -> Answer.text(404, "ERR: unknown payment");
      case BUSY -> Answer.text(503, "ERR: again");
    };
  }

  @Override
  public Optional<Came> returned(Callback callback, Gateway gateway) {
    var form = Told.read(callback);
    return form == null
        ? Optional.empty()
        : Mark.read(form, new Settings(gateway)).map(id -> new Came(id, form.value(Mark.TOKEN)));
  }

  @Override
  public Optional<Refunds> refunds() {
    return Optional.of(new Moneyback());
  }
}
