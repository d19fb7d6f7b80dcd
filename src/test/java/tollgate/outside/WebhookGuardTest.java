package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.Future;
import java.net.InetAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookGuardTest {

  private final World world = new World();
  private final Merchant merchant = new Merchant(world);
  private final Queue<Merchant.Seen> seen = merchant.seen;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aMerchantOnOurOwnNetworkIsNotCalled() {
    started();
    world.withoutPrivateUrls();
    merchant.answering(request -> request.response().end());
    merchant.owed(SALE);

    until(() -> world.count("tollgate.merchant.callbacks", "result", "blocked") >= 2);
    assertThat(seen).isEmpty();
    assertThat(world.count("tollgate.ssrf.blocked", "reason", "address")).isGreaterThan(1);
  }

  /** A name that was public when it was checked and is ours when it is used. */
  @Test
  void aNameThatChangesItsMindReachesNothing() {
    var asked = new AtomicInteger();
    UrlGuard.Names rebinding =
        _ ->
            Future.succeededFuture(
                List.of(
                    InetAddress.ofLiteral(
                        asked.getAndIncrement() % 2 == 0 ? "192.0.2.1" : "127.0.0.1")));
    world.with(new WebhookVerticle(world.webhookParts(), Quick.WEBHOOKS, rebinding));
    world.withOutbox(Quick.TICKS).withoutPrivateUrls();
    world.webhooksTo(world.base().replace("127.0.0.1", "shop.example") + "/hook");
    merchant.answering(request -> request.response().end());
    merchant.owed(SALE);

    until(() -> world.count("tollgate.merchant.callbacks", "result", "blocked") >= 4);
    assertThat(seen).isEmpty();
  }

  /** One name, one look-up, and the Host header says the name. */
  @Test
  void theNameIsSaidToTheAddressThatWasChecked() {
    UrlGuard.Names names = _ -> Future.succeededFuture(List.of(InetAddress.ofLiteral("127.0.0.1")));
    world.with(new WebhookVerticle(world.webhookParts(), Quick.WEBHOOKS, names));
    world.webhooksTo(world.base().replace("127.0.0.1", "shop.example") + "/hook?a=b");
    merchant.answering(request -> request.response().end());
    merchant.owed(SALE);

    until(() -> world.outbox.count("done NOTIFY_FINAL") == 1);
    assertThat(seen.element().headers().get("host")).startsWith("shop.example:");
    assertThat(seen.element().path()).isEqualTo("/hook?a=b");
  }

  private void started() {
    world.withWebhooks(Quick.WEBHOOKS).withOutbox(Quick.TICKS);
  }
}
