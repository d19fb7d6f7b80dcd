package tollgate.sandbox.robokassa;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tollgate.sandbox.Fault;
import tollgate.sandbox.Html;
import tollgate.sandbox.Strikes;

/** The status query (§7). */
final class OperationStates {

  private static final String RESPONSE =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <OperationStateResponse xmlns="http://merchant.roboxchange.com/WebService/">
      <Result><Code>{}</Code><Description>{}</Description></Result>{}
      </OperationStateResponse>
      """;

  private static final String FOUND =
      """

      <State><Code>{}</Code><RequestDate>{}</RequestDate><StateDate>{}</StateDate></State>
      <Info><IncCurrLabel>BankCardPSR</IncCurrLabel><IncSum>{}</IncSum><IncAccount/>
      <PaymentMethod><Code>BankCard</Code></PaymentMethod><OutCurrLabel>{}</OutCurrLabel>
      <OutSum>{}</OutSum><OpKey>{}</OpKey><BankCardRRN/></Info>
      <UserField>{}</UserField>\
      """;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(3));

  private final Shops shops;
  private final Invoices invoices;
  private final Strikes strikes = new Strikes();

  OperationStates(Shops shops, Invoices invoices) {
    this.shops = shops;
    this.invoices = invoices;
  }

  void mount(Router router) {
    router.get("/Merchant/WebService/Service.asmx/OpStateExt").handler(this::ask);
  }

  private void ask(RoutingContext call) {
    var login = parameter(call, "MerchantLogin");
    var number = parameter(call, "InvoiceID");
    var account = shops.named(login);
    if (account.isEmpty()) {
      send(call, 2, "no such shop", Html.EMPTY);
      return;
    }
    var text = login + ":" + number + ":" + account.get().passwords().live2();
    var given = parameter(call, "Signature");
    if (!RobokassaSignature.isGenuine(text, account.get().hash(), given)) {
      send(call, 1, "wrong signature", Html.EMPTY);
      return;
    }
    found(account.get(), number)
        .ifPresentOrElse(
            kept -> tell(call, kept), () -> send(call, 3, "no such operation", Html.EMPTY));
  }

  /** Trials are not seen (§6). */
  private Optional<Invoice> found(RobokassaAccount account, String number) {
    if (!number.matches("[0-9]{1,10}")) return Optional.empty();

    return invoices.find(account, Long.parseLong(number)).filter(kept -> !kept.order().isTrial());
  }

  private void tell(RoutingContext call, Invoice kept) {
    var faults = kept.order().faults();
    var isTroubled = faults.has(Fault.STATUS_ERROR) && faults.hits(strikes.next(kept.id()));
    if (!isTroubled) {
      send(call, 0, "", told(kept));
      return;
    }
    var status = (int) faults.value(Fault.STATUS_ERROR);
    if (status == 200) send(call, 4, "two operations with this number", Html.EMPTY);
    else call.response().setStatusCode(status).end();
  }

  private static Html told(Invoice kept) {
    var sum = kept.order().sum().setScale(6).toPlainString();
    return Html.of(
        FOUND,
        kept.word().code(),
        TIME.format(kept.state().createdAt()),
        TIME.format(kept.state().since()),
        sum,
        kept.order().currency(),
        sum,
        kept.isPaid() ? kept.id() : "",
        own(RobokassaSignature.own(kept.order().form())));
  }

  private static Html own(Map<String, String> values) {
    return Html.all(
        values.entrySet().stream()
            .map(own ->
                Html.of(
                    "<Field><Name>{}</Name><Value>{}</Value></Field>",
                    own.getKey(),
                    own.getValue()))
            .toList());
  }

  private static String parameter(RoutingContext call, String name) {
    var value = call.request().getParam(name);
    return value == null ? "" : value;
  }

  private static void send(RoutingContext call, int code, String why, Html more) {
    call.response()
        .putHeader("Content-Type", "text/xml; charset=utf-8")
        .end(Html.of(RESPONSE, code, why, more).markup());
  }
}
