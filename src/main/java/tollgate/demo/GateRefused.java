package tollgate.demo;

/** The gateway said no, or could not be understood: what a merchant must be ready for. */
final class GateRefused extends Exception {

  private static final long serialVersionUID = 1;

  /** No code of the gateway: it could not be reached, or its answer could not be trusted. */
  static final String NO_ANSWER = "";

  private final String code;

  GateRefused(String code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** A code of gate-api, section 10, or {@link #NO_ANSWER}. */
  String code() {
    return code;
  }

  /** For the customer. */
  String words() {
    var message = String.valueOf(getMessage());
    return code.isEmpty() ? message : message + " (code " + code + ")";
  }
}
