package tollgate.web;

import java.util.List;
import tollgate.payment.Code;

/**
 * A request is refused: gate-api, section 5.3. Thrown through the checks, which are many and deep,
 * and caught in one place; carries no stack, for bad requests come by the thousand.
 */
final class GateRefusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final transient List<Mistake> mistakes;

  /** {@code mistakes}: at least one, the first on top. */
  GateRefusal(int status, List<Mistake> mistakes) {
    super(mistakes.getFirst().code().name(), null, false, false);
    this.status = status;
    this.mistakes = List.copyOf(mistakes);
  }

  static GateRefusal of(int status, Code code, String description) {
    return new GateRefusal(status, List.of(new Mistake(code, null, description)));
  }

  static GateRefusal of(int status, Code code, String field, String description) {
    return new GateRefusal(status, List.of(new Mistake(code, field, description)));
  }

  /** What is asked for by a payment that the project does not have. */
  static GateRefusal unknownPayment() {
    return of(400, Code.NOT_FOUND, "general.payment_id", "no such payment");
  }

  /** Of HTTP. */
  int status() {
    return status;
  }

  List<Mistake> mistakes() {
    return mistakes;
  }
}
