package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Form;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.robokassa.Robokassa;
import tollgate.signing.Digest;

/**
 * A signed form, and the result of a success. Nothing can be cancelled, a refusal is told to nobody
 * who does not ask, and a refund that comes twice is given twice.
 */
final class RobokassaDialect extends Dialect {

  private static final String LOGIN = "tollgate_demo";

  RobokassaDialect() {
    super(
        new Robokassa(),
        gateway(
            3,
            "robokassa",
            Map.of("merchant_login", LOGIN, "hash", "md5"),
            Map.of("password1", "p1-Aa", "password2", "p2-Bb", "password3", "p3-Cc")),
        "RUB",
        Trait.TAKES_LESS);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var own = new TreeMap<String, String>();
    for (var name : new String[] {"InvId", "Shp_order", "Shp_token"}) {
      own.put(name, told.field(name));
    }
    return new Bill(told.field("Shp_order"), money(told.field("OutSum")), theirs, own);
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    return new Reply(200, state(bill, fate));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(200, response("<Result><Code>3</Code></Result>"));
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    if (fate.stage() != Fate.Stage.DONE) return Optional.empty();

    var sum = fate.sum().decimal() + "0000";
    var number = bill.echo().get("InvId");
    var fields = new TreeMap<>(bill.echo());
    fields.put("OutSum", sum);
    fields.put("SignatureValue", Digest.MD5.hex(signed(bill, sum + ":" + number)));
    return Optional.of(new Callback("GET", Form.write(fields, UTF_8), Map.of(), new byte[0]));
  }

  @Override
  public boolean isContent(Bill bill, Answer answer) {
    return answer.body().equals("OK" + bill.echo().get("InvId"));
  }

  @Override
  public Reply answerFirst(Wanted refund, Bill sale, Fate fate) {
    return answer(Call.ASK, sale, fate);
  }

  /** Whatever becomes of it, at first it is only taken. */
  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    return new Reply(200, "{\"success\":true,\"requestId\":\"" + fate.theirs() + "\"}");
  }

  @Override
  public Reply answerAsked(Wanted refund, @Nullable Fate fate) {
    if (fate == null) return new Reply(200, "{\"message\":\"no such request\"}");

    var label =
        switch (fate.stage()) {
          case OPEN -> "processing";
          case DONE -> "finished";
          case REFUSED -> "canceled";
        };
    return new Reply(
        200,
        "{\"requestId\":\"%s\",\"amount\":%s,\"label\":\"%s\"}"
            .formatted(fate.theirs(), fate.sum().decimal(), label));
  }

  private String signed(Bill bill, String fields) {
    return "%s:%s:Shp_order=%s:Shp_token=%s"
        .formatted(
            fields, key("password2"), bill.echo().get("Shp_order"), bill.echo().get("Shp_token"));
  }

  private static String state(Bill bill, Fate fate) {
    var code =
        switch (fate.stage()) {
          case OPEN -> "5";
          case DONE -> "100";
          case REFUSED -> "60";
        };
    return response(
        """
        <Result><Code>0</Code></Result><State><Code>%s</Code></State>\
        <Info><OutSum>%s</OutSum><OpKey>%s</OpKey></Info>\
        <UserField><Field><Name>Shp_order</Name><Value>%s</Value></Field></UserField>\
        """
            .formatted(code, fate.sum().decimal(), "KEY-" + fate.theirs(), bill.reference()));
  }

  private static String response(String body) {
    return "<OperationStateResponse>" + body + "</OperationStateResponse>";
  }
}
