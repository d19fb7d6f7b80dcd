package tollgate.judges;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Maven {@code com.qiwi:bill-payments-java-sdk} 1.5.0. */
class QiwiJavaSdkTest extends QiwiSdkContract {

  @RegisterExtension static final Judge SDK = Judge.inJava("Qiwi");

  @Override
  Judge sdk() {
    return SDK;
  }
}
