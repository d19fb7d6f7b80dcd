package tollgate.provider;

import java.util.Optional;
import tollgate.payment.Payment;
import tollgate.payment.Terms;

/**
 * Our name for a payment at a provider: {@code TG-<project>-<operation>}. Digits, letters and
 * hyphens only, at most 40 characters, which every protocol we speak accepts.
 */
public final class Reference {

  private static final String PREFIX = "TG-";

  /** Of a number: no more fit into a long whatever they are. */
  private static final int DIGITS_MAX = 18;

  /** Characters of the request id that make a customer's return address unguessable: 96 bits. */
  private static final int TOKEN_CHARS = 40;

  private Reference() {}

  public static String of(Payment.Id id) {
    return PREFIX + id.project() + "-" + id.operation();
  }

  /** The payment that the text names, or nothing when it is not one of our references. */
  public static Optional<Payment.Id> read(String text) {
    int hyphen = text.startsWith(PREFIX) ? text.indexOf('-', PREFIX.length()) : -1;
    if (hyphen < 0) return Optional.empty();

    long project = number(text.substring(PREFIX.length(), hyphen));
    long operation = number(text.substring(hyphen + 1));
    return project == 0 || operation == 0
        ? Optional.empty()
        : Optional.of(new Payment.Id(project, operation));
  }

  /** Of digits that begin with none that counts for nothing; 0 for any other text. */
  private static long number(String text) {
    if (text.isEmpty() || text.length() > DIGITS_MAX || text.charAt(0) == '0') return 0;

    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) return 0;
      number = 10 * number + digit;
    }
    return number;
  }

  /** What a returning browser must know beside the reference. */
  public static String token(Terms terms) {
    return terms.requestId().substring(0, Math.min(TOKEN_CHARS, terms.requestId().length()));
  }
}
