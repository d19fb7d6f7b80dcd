package tollgate.simulation.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.money.Money;
import tollgate.provider.Answer;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Refunds.Wanted;
import tollgate.provider.Reply;
import tollgate.provider.paymaster.Paymaster;
import tollgate.signing.Digest;

/** LMI: an unsigned form, a question before the money is taken, and refunds known by no key. */
final class PaymasterDialect extends Dialect {

  private static final String SITE = "6f1d0c9e-1111-4222-8333-0123456789ab";

  PaymasterDialect() {
    super(
        new Paymaster(),
        gateway(
            9,
            "paymaster",
            Map.of("merchant_id", SITE, "login", "tollgate-api"),
            Map.of("secret", "pm-secret", "password", "pm-password")),
        "RUB",
        Trait.TAKES_LESS);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var asked = money(told.field("LMI_PAYMENT_AMOUNT"));
    return new Bill(told.field("LMI_PAYMENT_NO"), asked, theirs, Map.of());
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    var state =
        switch (fate.stage()) {
          case OPEN -> "PROCESSING";
          case DONE -> "COMPLETE";
          case REFUSED -> "CANCELLED";
        };
    return new Reply(
        200,
        """
        {"ErrorCode":0,"Payment":{"PaymentID":%s,"SiteID":"%s","SiteInvoiceID":"%s",\
        "State":"%s","Amount":%s,"CurrencyCode":"RUB","IsTestPayment":false}}\
        """
            .formatted(fate.theirs(), SITE, bill.reference(), state, fate.sum().decimal()));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(200, "{\"ErrorCode\":-13}");
  }

  @Override
  public Optional<Callback> inquire(Bill bill, Money amount) {
    var fields = fields(bill, amount);
    fields.put("LMI_PREREQUEST", "1");
    return Optional.of(posted(fields));
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    if (fate.stage() != Fate.Stage.DONE) return Optional.empty();

    var fields = fields(bill, fate.sum());
    fields.put("LMI_SYS_PAYMENT_ID", fate.theirs());
    fields.put("LMI_SYS_PAYMENT_DATE", "2026-11-22T09:05:07");
    var sum = fate.sum().decimal();
    var signed =
        String.join(
            ";",
            SITE,
            bill.reference(),
            fate.theirs(),
            "2026-11-22T09:05:07",
            sum,
            "RUB",
            sum,
            "RUB",
            "3",
            "",
            key("secret"));
    fields.put(
        "LMI_HASH", Base64.getEncoder().encodeToString(Digest.SHA256.of(signed.getBytes(UTF_8))));
    return Optional.of(posted(fields));
  }

  @Override
  public boolean isContent(Bill bill, Answer answer) {
    return answer.status() == 200 && answer.body().equals("YES");
  }

  @Override
  public Reply answerRefund(Wanted refund, Fate fate) {
    return new Reply(200, "{\"ErrorCode\":0,\"Refund\":" + refund(refund, fate) + "}");
  }

  @Override
  public Reply answerAsked(Wanted refund, @Nullable Fate fate) {
    var all = fate == null ? "" : refund(refund, fate);
    return new Reply(200, "{\"ErrorCode\":0,\"Response\":{\"Refunds\":[" + all + "]}}");
  }

  private static String refund(Wanted refund, Fate fate) {
    var status =
        switch (fate.stage()) {
          case OPEN -> "EXECUTING";
          case DONE -> "SUCCESS";
          case REFUSED -> "FAILURE";
        };
    return """
    {"RefundID":%s,"PaymentID":%s,"ExternalID":"%s","Amount":%s,"Status":"%s"}\
    """
        .formatted(
            fate.theirs(), refund.sale().providersId(), refund.key(), fate.sum().decimal(), status);
  }

  private static Map<String, String> fields(Bill bill, Money sum) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("LMI_MERCHANT_ID", SITE);
    fields.put("LMI_PAYMENT_NO", bill.reference());
    fields.put("LMI_PAYMENT_AMOUNT", sum.decimal());
    fields.put("LMI_CURRENCY", "RUB");
    fields.put("LMI_PAID_AMOUNT", sum.decimal());
    fields.put("LMI_PAID_CURRENCY", "RUB");
    fields.put("LMI_PAYMENT_SYSTEM", "3");
    return fields;
  }
}
