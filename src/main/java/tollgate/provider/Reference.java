package tollgate.provider;

import java.util.Optional;
import java.util.regex.Pattern;
import tollgate.payment.Payment;
import tollgate.payment.Terms;

/**
 * Our name for a payment at a provider: {@code TG-<project>-<operation>}. Digits, letters and
 * hyphens only, at most 40 characters, which every protocol we speak accepts.
 */
public final class Reference {

  private static final Pattern SHAPE = Pattern.compile("TG-([1-9][0-9]{0,17})-([1-9][0-9]{0,17})");

  /** Characters of the request id that make a customer's return address unguessable: 96 bits. */
  private static final int TOKEN_CHARS = 40;

  private Reference() {}

  public static String of(Payment.Id id) {
    return "TG-" + id.project() + "-" + id.operation();
  }

  /** The payment that the text names, or nothing when it is not one of our references. */
  public static Optional<Payment.Id> read(String text) {
    var matcher = SHAPE.matcher(text);
    if (!matcher.matches()) return Optional.empty();

    return Optional.of(
        new Payment.Id(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
  }

  /** What a returning browser must know beside the reference. */
  public static String token(Terms terms) {
    return terms.requestId().substring(0, Math.min(TOKEN_CHARS, terms.requestId().length()));
  }
}
