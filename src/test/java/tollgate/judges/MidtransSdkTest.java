package tollgate.judges;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Npm {@code midtrans-client} 1.4.3. */
class MidtransSdkTest extends MidtransSdkContract {

  private static Judge sdk;

  @BeforeAll
  static void start() throws Exception {
    sdk = Judge.named("midtrans");
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
