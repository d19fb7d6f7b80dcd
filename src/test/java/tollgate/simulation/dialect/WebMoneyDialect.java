package tollgate.simulation.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.webmoney.WebMoney;
import tollgate.signing.Digest;

/** A form and a question before the money is taken; what failed rings, and "not paid" is no end. */
final class WebMoneyDialect extends Dialect {

  private static final String PURSE = "R100200300400";
  private static final String[] ECHOED = {"tollgate", "tollgate_token", "LMI_PAYMENT_NO"};

  WebMoneyDialect() {
    super(
        new WebMoney(),
        gateway(
            11,
            "webmoney",
            Map.of("purse", PURSE, "wmid", "987654321098"),
            Map.of("secret_key", "WM-Key-7", "signer_key", "WM-Signer")),
        "RUB",
        Trait.TAKES_LESS,
        Trait.NUMBERS_GROW);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var echo = new LinkedHashMap<String, String>();
    for (var name : ECHOED) echo.put(name, told.field(name));
    var mark = told.field("tollgate");
    var reference = mark.substring(0, mark.indexOf('.'));
    return new Bill(reference, money(told.field("LMI_PAYMENT_AMOUNT")), theirs, echo);
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    if (fate.stage() != Fate.Stage.DONE) return response("<retval>7</retval>");

    return response(
        """
        <operation wmtransid="%s"><amount>%s</amount>\
        <pursefrom>R900800700600</pursefrom><wmidfrom>123123123123</wmidfrom></operation>\
        <retval>0</retval>\
        """
            .formatted(fate.theirs(), fate.sum().decimal()));
  }

  @Override
  public Reply unknown(Call call) {
    return response("<retval>8</retval>");
  }

  @Override
  public Optional<Callback> inquire(Bill bill, Money amount) {
    var fields = fields(bill, amount);
    fields.put("LMI_PREREQUEST", "1");
    return Optional.of(posted(fields));
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    var fields = fields(bill, fate.sum());
    switch (fate.stage()) {
      case OPEN -> {
        return Optional.empty();
      }
      case REFUSED -> fields.put("LMI_FAILREQUEST", "1");
      case DONE -> sign(fields, fate);
    }
    return Optional.of(posted(fields));
  }

  @Override
  public boolean isContent(Bill bill, Answer answer) {
    return answer.status() == 200 && answer.body().equals("YES");
  }

  @Override
  public Reply overtaken(Wanted refund) {
    return moneyback(refund, "<retval>-1</retval>");
  }

  /** The question is the message itself. */
  @Override
  public Reply answerAsked(Wanted refund, @Nullable Fate fate) {
    return answerRefund(refund, Objects.requireNonNull(fate, "a question is a refund"));
  }

  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    var result =
        switch (fate.stage()) {
          case OPEN -> "<retval>999</retval>";
          case REFUSED -> "<retval>53</retval>";
          case DONE ->
              "<operation id=\"%s\"><inwmtranid>%s</inwmtranid><amount>%s</amount></operation>"
                      .formatted(fate.theirs(), refund.sale().providersId(), fate.sum().decimal())
                  + "<retval>0</retval>";
        };
    return moneyback(refund, result);
  }

  private static Reply moneyback(Wanted refund, String result) {
    return new Reply(
        200, "<w3s.response><reqn>%d</reqn>%s</w3s.response>".formatted(refund.serial(), result));
  }

  private static Reply response(String body) {
    return new Reply(200, "<merchant.response>" + body + "</merchant.response>");
  }

  private static Map<String, String> fields(Bill bill, Money sum) {
    var fields = new LinkedHashMap<>(bill.echo());
    fields.put("LMI_MODE", "0");
    fields.put("LMI_PAYEE_PURSE", PURSE);
    fields.put("LMI_PAYMENT_AMOUNT", sum.decimal());
    fields.put("LMI_PAYER_PURSE", "R900800700600");
    fields.put("LMI_PAYER_WM", "123123123123");
    return fields;
  }

  private void sign(Map<String, String> fields, Fate fate) {
    fields.put("LMI_SYS_INVS_NO", "551");
    fields.put("LMI_SYS_TRANS_NO", fate.theirs());
    fields.put("LMI_SYS_TRANS_DATE", "20261122 10:20:30");
    var signed =
        String.join(
            ";",
            PURSE,
            fate.sum().decimal(),
            fields.get("LMI_PAYMENT_NO"),
            "0",
            "551",
            fate.theirs(),
            "20261122 10:20:30",
            key("secret_key"),
            "R900800700600",
            "123123123123");
    fields.put("LMI_HASH", upper(signed.replace(";", "")));
    fields.put("LMI_HASH2", upper(signed));
  }

  private static String upper(String signed) {
    return Digest.SHA256.hex(signed).toUpperCase(Locale.ROOT);
  }
}
