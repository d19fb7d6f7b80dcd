package tollgate.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.payment.Payment;
import tollgate.signing.Hmac;

/**
 * What a link's address ends with: {@code <project>-<operation>-<secret>}. The key makes it found
 * by its row alone; the secret, 192 bits of chance, makes it the customer's.
 */
final class LinkTokens {

  private static final int SECRET_BYTES = 24;
  private static final Pattern SHAPE =
      Pattern.compile("([1-9][0-9]{0,15})-([1-9][0-9]{0,15})-[A-Za-z0-9_-]{32}");

  private final SecureRandom random = new SecureRandom();

  String of(Payment.Id id) {
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return id.project() + "-" + id.operation() + "-" + text;
  }

  /** Of which payment it claims to be; empty when it is no token of ours. */
  static Optional<Payment.Id> read(String token) {
    var matcher = SHAPE.matcher(token);
    if (!matcher.matches()) return Optional.empty();

    return Optional.of(
        new Payment.Id(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
  }

  static boolean opens(String token, Payment payment) {
    var invoice = payment.terms().details().invoice();
    return invoice != null && Hmac.sameInConstantTime(invoice.token(), token);
  }
}
