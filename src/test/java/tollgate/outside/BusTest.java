package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;
import static tollgate.payment.Sales.SALE;

import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.payment.Payment;

class BusTest {

  private final Vertx vertx = Vertx.vertx();
  private final List<Context> takenOn = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void isTakenWhereTheListenerLives() {
    var home = vertx.getOrCreateContext();
    listen(home);

    assertThat(new Bus(vertx).send("here", parcel())).isTrue();

    until(() -> takenOn.size() == 1);
    assertThat(takenOn).containsExactly(home);
  }

  @Test
  void nobodyTakesWhatIsSentElsewhereOrAfterTheEnd() {
    var leave = listen(vertx.getOrCreateContext());

    assertThat(new Bus(vertx).send("there", parcel())).isFalse();
    leave.run();
    assertThat(new Bus(vertx).send("here", parcel())).isFalse();
  }

  @Test
  void whoFollowsAtAnAddressIsNotSentAwayByWhoLeft() {
    var leave = listen(vertx.getOrCreateContext());
    listen(vertx.getOrCreateContext());

    leave.run();

    assertThat(new Bus(vertx).send("here", parcel())).isTrue();
  }

  private Runnable listen(Context home) {
    var leave = Promise.<Runnable>promise();
    home.runOnContext(_ ->
        leave.complete(
            new Bus(vertx).listen("here", _ -> takenOn.add(vertx.getOrCreateContext()))));
    return await(leave.future());
  }

  private static Parcel parcel() {
    var payment = SALE.open(new Payment.Id(1, 1)).payment();
    return new Parcel.CameBack(payment, Promise.promise());
  }
}
