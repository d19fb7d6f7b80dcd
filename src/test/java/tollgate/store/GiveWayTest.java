package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.store.Audited.SOUND;
import static tollgate.store.ConfigurationGround.until;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tollgate.engine.Invariants.Finding;
import tollgate.support.Postgres;

class GiveWayTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Vertx vertx = Vertx.vertx();
  private final AtomicBoolean behind = new AtomicBoolean(true);
  private final AtomicInteger looks = new AtomicInteger();

  @AfterEach
  void close() {
    await(vertx.close());
  }

  private boolean look() {
    looks.incrementAndGet();
    return behind.get();
  }

  @Test
  void whoMeetsNobodyGoesAtOnce() {
    behind.set(false);

    assertThat(new GiveWay(vertx, this::look, LONG).turn().isComplete()).isTrue();
  }

  @Test
  void whoMeetsSomebodyWaitsUntilTheyAreThrough() {
    var turn = new GiveWay(vertx, this::look, LONG).turn();
    until(() -> looks.get() >= 3);
    assertThat(turn.isComplete()).isFalse();

    behind.set(false);

    await(turn);
  }

  @Test
  void patienceIsUsedUpOnceUntilNobodyIsBehind() {
    var giveWay = new GiveWay(vertx, this::look, SHORT);
    await(giveWay.turn());

    assertThat(giveWay.turn().isComplete()).as("goes on beside the rest").isTrue();
    behind.set(false);
    assertThat(giveWay.turn().isComplete()).isTrue();
    behind.set(true);
    assertThat(giveWay.turn().isComplete()).as("is patient again").isFalse();
  }

  /** A round has begun, and reads nothing before it is its turn. */
  @Test
  void theProofOfTheBookGivesWay() {
    var database = Postgres.fresh();
    Postgres.EMBEDDED.run(database.database(), SOUND);
    var stores = await(PgStores.open(vertx, database, InstantSource.system()));
    stores.giveWayWhile(this::look);
    try {
      var round = stores.invariants().check();
      until(() -> looks.get() >= 20);
      assertThat(round.isComplete()).isFalse();

      behind.set(false);

      assertThat(await(round).findings()).isNotEmpty().allMatch(Finding::holds);
    } finally {
      await(stores.close());
    }
  }
}
