package tollgate.data;

import java.util.Arrays;
import java.util.Optional;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/** What an operation is called in the register: gate-api, section 13.3. */
public enum OperationType {
  SALE("sale"),
  PAYOUT("payout"),
  REFUND("refund"),
  REVERSAL("reversal");

  private final String word;

  OperationType(String word) {
    this.word = word;
  }

  /** As the wire has it. */
  public String word() {
    return word;
  }

  public static Optional<OperationType> named(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** Of the first operation of a payment; a link that nobody confirmed has none. */
  public static OperationType of(Payment payment) {
    return switch (payment) {
      case Sale _ -> SALE;
      case Payout _ -> PAYOUT;
      case Link _ -> throw new IllegalArgumentException("a link is no operation");
    };
  }

  public static OperationType of(Refund.Kind kind) {
    return switch (kind) {
      case REFUND -> REFUND;
      case REVERSAL -> REVERSAL;
    };
  }
}
