package tollgate.provider.yoomoney;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.money.Money;
import tollgate.payment.Payment;
import tollgate.provider.Order;
import tollgate.provider.Reference;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/**
 * What travels with the money and comes back with the news: our reference, the agreed amount in
 * kopecks, and a code over both. The form is not signed (A.1), so a payer may send another sum or
 * another label; with the agreed amount in a label that only we can write, neither is credited as
 * if it were what was agreed.
 *
 * @param text at most 64 characters: 40 of the longest reference, 8 of an amount, 12 of the code
 */
record Label(Payment.Id payment, Money agreed, String text) {

  private static final Pattern SHAPE =
      Pattern.compile("(TG-[0-9-]{3,37})\\.([1-9][0-9]{0,9})\\.([A-Za-z0-9_-]{12})");

  /** 72 bits of the code: more than anybody can try against a wallet. */
  private static final int CODE_BYTES = 9;

  static Label of(Order order, Gateway gateway) {
    var payment = Reference.read(order.reference()).orElseThrow();
    return of(payment, order.amount(), gateway);
  }

  private static Label of(Payment.Id payment, Money agreed, Gateway gateway) {
    var told = Reference.of(payment) + "." + agreed.minor();
    return new Label(payment, agreed, told + "." + code(told, gateway));
  }

  /** The reference that stands there, ours or not; empty where there is none. */
  static String claimed(String text) {
    var parts = SHAPE.matcher(text);
    return parts.matches() ? parts.group(1) : "";
  }

  /** Empty for what is no label of ours. */
  static Optional<Label> read(String text, Gateway gateway) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) return Optional.empty();

    var agreed = new Money(Long.parseLong(parts.group(2)), Yoomoney.RUB);
    return Reference.read(parts.group(1))
        .map(payment -> of(payment, agreed, gateway))
        .filter(ours -> Hmac.sameInConstantTime(ours.text(), text));
  }

  /** No notification begins so, though its code is made with the same secret (A.3). */
  private static String code(String told, Gateway gateway) {
    var mac = Hmac.sha256(gateway.key(Yoomoney.NOTIFICATION_SECRET));
    var whole = mac.of("label:".getBytes(UTF_8), told.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, CODE_BYTES));
  }
}
