package tollgate.provider.mykassa;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.provider.mykassa.Kassas.gateway;
import static tollgate.provider.mykassa.Kassas.order;

import org.junit.jupiter.api.Test;
import tollgate.provider.ProviderContract;
import tollgate.signing.Hmac;
import tollgate.tenant.Secret;

class FreeKassaTest extends ProviderContract {

  FreeKassaTest() {
    super("provider/freekassa", new MyKassa(), gateway("freekassa"), order());
  }

  @Test
  void oneOrderIsAskedForByOurName() {
    var request = new MyKassa().ask(order(), gateway("freekassa")).orElseThrow();

    var nonce = Orders.nonce(order());
    var key = new Secret("fk-demo-api-key");
    assertThat(nonce).hasSize(16).startsWith("1795342530000");
    assertThat(request.method() + " " + request.url())
        .isEqualTo("POST https://kassa.example/v1/orders");
    assertThat(request.body())
        .isEqualTo(
            "{\"shopId\":7001,\"nonce\":"
                + nonce
                + ",\"paymentId\":\"TG-212-1001\","
                + "\"signature\":\""
                + Hmac.sha256(key).hex(nonce + "|TG-212-1001|7001")
                + "\"}");
  }
}
