package tollgate.simulation.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tollgate.money.Money;
import tollgate.provider.Callback;
import tollgate.provider.Provider.Call;
import tollgate.provider.Reply;
import tollgate.provider.yoomoney.Yoomoney;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;

/**
 * A form that can be posted for ever, and news of what came in, less what YooMoney keeps. Signed by
 * the older signature they prove too little, and the history is asked.
 */
final class YoomoneyDialect extends Dialect {

  private static final BigDecimal KEPT_OF_CARDS = new BigDecimal("0.03");
  private static final String LABEL = "label";

  private final boolean proves;

  private YoomoneyDialect(long number, boolean proves) {
    super(
        new Yoomoney(),
        gateway(
            number,
            "yoomoney",
            Map.of("receiver", "41001111222233", "signature", proves ? "hmac" : "sha1"),
            Map.of("notification_secret", "ym-secret", "oauth_token", "ym-token")),
        "RUB",
        Trait.PAID_TWICE);
    this.proves = proves;
  }

  static YoomoneyDialect proving() {
    return new YoomoneyDialect(6, true);
  }

  static YoomoneyDialect ringing() {
    return new YoomoneyDialect(106, false);
  }

  @Override
  public Bill bill(Told told, String theirs) {
    var label = told.field(LABEL);
    var reference = label.substring(0, label.indexOf('.'));
    return new Bill(reference, money(told.field("sum")), theirs, Map.of(LABEL, label));
  }

  @Override
  public Reply answer(Call call, Bill bill, Fate fate) {
    var status =
        switch (fate.stage()) {
          case OPEN -> "in_progress";
          case DONE -> "success";
          case REFUSED -> "refused";
        };
    return new Reply(
        200,
        """
        {"operations":[{"operation_id":"%s","label":"%s","direction":"in","status":"%s",\
        "amount":%s}]}\
        """
            .formatted(fate.theirs(), label(bill), status, received(fate.sum()).decimal()));
  }

  @Override
  public Reply unknown(Call call) {
    return new Reply(200, "{\"operations\":[]}");
  }

  @Override
  public Optional<Callback> tell(Bill bill, Fate fate) {
    if (fate.stage() != Fate.Stage.DONE) return Optional.empty();

    var fields = new TreeMap<String, String>();
    fields.put("notification_type", "card-incoming");
    fields.put("operation_id", fate.theirs());
    fields.put("amount", received(fate.sum()).decimal());
    fields.put("withdraw_amount", fate.sum().decimal());
    fields.put("currency", "643");
    fields.put("datetime", "2026-11-22T12:00:00Z");
    fields.put("codepro", "false");
    fields.put("unaccepted", "false");
    fields.put(LABEL, label(bill));
    if (proves) fields.put("sign", sign(fields));
    else fields.put("sha1_hash", hash(fields));
    return Optional.of(posted(fields));
  }

  private String sign(Map<String, String> fields) {
    var signed =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return Hmac.sha256(gateway().key("notification_secret")).hex(signed);
  }

  private String hash(Map<String, String> fields) {
    return Digest.SHA1.hex(
        String.join(
            "&",
            "card-incoming",
            fields.get("operation_id"),
            fields.get("amount"),
            "643",
            fields.get("datetime"),
            "",
            "false",
            key("notification_secret"),
            fields.get(LABEL)));
  }

  private static Money received(Money sum) {
    var kept = BigDecimal.valueOf(sum.minor()).multiply(BigDecimal.ONE.subtract(KEPT_OF_CARDS));
    var minor = kept.setScale(0, RoundingMode.HALF_UP).longValueExact();
    return new Money(minor, sum.currency());
  }

  private static String label(Bill bill) {
    return Objects.requireNonNull(bill.echo().get(LABEL));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
