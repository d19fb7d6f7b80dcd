package tollgate.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import tollgate.engine.Ward;
import tollgate.json.Json;
import tollgate.money.Money;
import tollgate.payment.Code;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent;
import tollgate.payment.PaymentEvent.CustomerRedirected;
import tollgate.payment.PaymentEvent.SaleApproved;
import tollgate.payment.PaymentEvent.SaleDeclined;
import tollgate.payment.PaymentEvent.TimeLimitReached;
import tollgate.payment.Sales;
import tollgate.provider.Callback;
import tollgate.provider.Order;
import tollgate.provider.Provider;
import tollgate.provider.Providers;
import tollgate.provider.Reading;
import tollgate.provider.Reading.Doorbell;
import tollgate.provider.Reading.Genuine;
import tollgate.provider.Reference;
import tollgate.tenant.Gateway;

/** A callback shown to the doctor while its payment is in one state or another. */
public record Examination(Provider provider, Gateway gateway, Order order) {

  /** After which nothing is different, and in which no key of the gateway stands. */
  public Json.Obj of(Callback callback, String state) {
    var ward = new Ward();
    prepare(ward, callback, state);
    var before = ward.everything();

    var told = (Json.Obj) doctor(ward).examine(patient(callback)).result();

    assertThat(ward.everything()).isEqualTo(before);
    for (var key : gateway.keys().values()) {
      assertThat(told.encode()).doesNotContain(key.reveal());
    }
    return told;
  }

  private Doctor doctor(Ward ward) {
    return new Doctor(ward.sight(), ward.clock(), Providers.of(List.of(provider)));
  }

  private Doctor.Patient patient(Callback callback) {
    return new Doctor.Patient(gateway, List.of(), callback);
  }

  private void prepare(Ward ward, Callback callback, String state) {
    var id = Reference.read(order.reference()).orElseThrow();
    var amount = order.amount();
    switch (state) {
      case "none" -> {}
      case "of another gateway" -> ward.open(id, sale(amount).through(gateway.number() + 1));
      case "of more" -> ward.open(id, sale(new Money(amount.minor() + 100, amount.currency())));
      case "in dollars" -> ward.open(id, sale(Money.of(amount.minor(), "USD")));
      case String other -> {
        ward.open(id, sale(amount));
        tell(ward, id, callback, other);
      }
    }
  }

  private Sales sale(Money amount) {
    return Sales.SALE.of(amount).through(gateway.number());
  }

  private void tell(Ward ward, Payment.Id id, Callback callback, String state) {
    switch (state) {
      case "new" -> {}
      case "redirected" -> ward.tell(id, new CustomerRedirected(Sales.PAGE, ""));
      case "told this" -> ward.tell(id, event(callback));
      case "paid" -> ward.tell(id, new SaleApproved(order.amount(), Sales.THEIRS));
      case "declined" -> ward.tell(id, new SaleDeclined(Code.CANCELLED, ""));
      case "expired" -> ward.tell(id, new TimeLimitReached());
      case "overdue" -> ward.pass(Duration.ofDays(1));
      case String other -> throw new IllegalArgumentException("no such state: " + other);
    }
  }

  /** What only rings has been asked for by then, and was paid. */
  private PaymentEvent event(Callback callback) {
    return switch (provider.open(callback, gateway)) {
      case Genuine genuine -> genuine.event();
      case Doorbell bell -> new SaleApproved(order.amount(), bell.transfer());
      case Reading _ -> new SaleApproved(order.amount(), "");
    };
  }
}
