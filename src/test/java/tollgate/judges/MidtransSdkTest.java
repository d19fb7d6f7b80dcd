package tollgate.judges;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Npm {@code midtrans-client} 1.4.3. */
class MidtransSdkTest extends MidtransSdkContract {

  @RegisterExtension static final Judge SDK = Judge.named("midtrans");

  @Override
  Judge sdk() {
    return SDK;
  }
}
