package tollgate.judges;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Npm {@code @qiwi/bill-payments-node-js-sdk} 3.2.1. */
class QiwiSdkTest extends QiwiSdkContract {

  private static Judge sdk;

  @BeforeAll
  static void start() throws Exception {
    sdk = Judge.named("qiwi");
  }

  @AfterAll
  static void stop() {
    if (sdk != null) sdk.close();
  }

  @Override
  Judge sdk() {
    return sdk;
  }
}
