package tollgate.sandbox.midtrans;

import java.util.Locale;

/** The states of a GoPay transaction, with the codes that go with them (§6, §10). */
enum GopayStatus {
  PENDING("201", "201"),
  SETTLEMENT("200", "200"),
  DENY("202", "202"),
  CANCEL("200", "202"),
  EXPIRE("407", "202"),
  PARTIAL_REFUND("200", "200"),
  REFUND("200", "200");

  private final String codeInStatus;
  private final String codeInNotification;

  GopayStatus(String codeInStatus, String codeInNotification) {
    this.codeInStatus = codeInStatus;
    this.codeInNotification = codeInNotification;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String codeInStatus() {
    return codeInStatus;
  }

  String codeInNotification() {
    return codeInNotification;
  }

  /** Whether the same order id may be charged again (O1, O2, O3). */
  boolean freesTheOrder() {
    return this == CANCEL || this == EXPIRE || this == DENY;
  }
}
