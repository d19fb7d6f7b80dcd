package tollgate.judges;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Npm {@code @qiwi/bill-payments-node-js-sdk} 3.2.1. */
class QiwiSdkTest extends QiwiSdkContract {

  @RegisterExtension static final Judge SDK = Judge.named("qiwi");

  @Override
  Judge sdk() {
    return SDK;
  }
}
