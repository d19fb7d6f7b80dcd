package tollgate.judges;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Maven {@code com.midtrans:java-library} 3.1.6, which sends the amount of a refund as a text. */
class MidtransJavaSdkTest extends MidtransSdkContract {

  @RegisterExtension static final Judge SDK = Judge.inJava("Midtrans");

  @Override
  Judge sdk() {
    return SDK;
  }
}
