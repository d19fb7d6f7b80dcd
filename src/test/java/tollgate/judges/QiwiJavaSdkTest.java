package tollgate.judges;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Maven {@code com.qiwi:bill-payments-java-sdk} 1.5.0. */
class QiwiJavaSdkTest extends QiwiSdkContract {

  private static Judge sdk;

  @BeforeAll
  static void start() throws Exception {
    sdk = Judge.inJava("Qiwi");
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
