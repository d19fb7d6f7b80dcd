package tollgate.judges;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Maven {@code com.midtrans:java-library} 3.1.6, which sends the amount of a refund as a text. */
class MidtransJavaSdkTest extends MidtransSdkContract {

  private static Judge sdk;

  @BeforeAll
  static void start() throws Exception {
    sdk = Judge.inJava("Midtrans");
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
