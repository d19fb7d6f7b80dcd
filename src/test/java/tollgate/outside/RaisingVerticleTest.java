package tollgate.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tollgate.engine.StoreUnderTest.await;
import static tollgate.outside.World.until;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.engine.Raising;
import tollgate.payment.Sales;

/** When questions are raised, and how many. What the store makes of it is its contract. */
class RaisingVerticleTest {

  private static final RaisingOptions OFTEN = new RaisingOptions(20, Duration.ofMillis(100), 100);
  private static final int GATEWAYS = 3;
  private static final String RAISED = "tollgate.provider.questions.raised";

  /** Whether it is silent, its breaker, the calls that wait; whether questions are raised. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true     | closed    | 0 | true
          true     | closed    | 1 | false
          true     | half_open | 0 | false
          true     | open      | 0 | false
          false    | closed    | 0 | false
          """)
  void onlyWhereItHelpsAndDoesNoHarm(boolean silent, String breaker, int waiting, boolean raised) {
    assertThat(RaisingVerticle.isRaised(silent, breaker, waiting)).isEqualTo(raised);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5    | PT10S   | 50
          1    | PT10S   | 10
          1    | PT0.5S  | 1
          1000 | PT15M   | 900000
          """)
  void theBudgetOfASecondIsSpentByTheRound(int perSecond, Duration round, int questions) {
    assertThat(new RaisingOptions(perSecond, round, 100).bounds().questions()).isEqualTo(questions);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -1   | PT10S     | 1 | perSecond must be 0 to 1000
          1001 | PT10S     | 1 | perSecond must be 0 to 1000
          5    | PT0.099S  | 1 | round must be from 100 ms to 15 min
          5    | PT15M0.1S | 1 | round must be from 100 ms to 15 min
          5    | PT10S     | 0 | rowsMax must be at least 1
          """)
  void optionsThatMakeNoSenseAreRefused(int perSecond, Duration round, int rows, String why) {
    assertThatThrownBy(() -> new RaisingOptions(perSecond, round, rows)).hasMessage(why);
  }

  @Test
  void onlyTheSilentGatewayOfAProviderIsRaisedUntilItIsHeardAgain() {
    try (var world = new World()) {
      var asked = new AtomicInteger();
      var silent = new AtomicBoolean(true);
      var rounds = started(world, OFTEN, () -> isIt(silent, asked));

      until(() -> rounds.size() >= 2);
      assertThat(rounds).allMatch(Set.of(World.CONFIRMING)::equals);
      until(() -> world.count(RAISED, "provider", "acme") >= 2);

      silent.set(false);
      asked.set(0);
      until(() -> asked.get() > GATEWAYS);
      var before = rounds.size();
      until(() -> asked.get() > 3 * GATEWAYS);
      assertThat(rounds).hasSize(before);
    }
  }

  @Test
  void aBudgetOfNothingRaisesNothing() {
    try (var world = new World()) {
      var off = new RaisingOptions(0, Duration.ofMillis(100), 100);
      var rounds = started(world, off, () -> true);
      var others = started(world, OFTEN, () -> true);

      until(() -> others.size() >= 3);

      assertThat(rounds).isEmpty();
      assertThat(world.count(RAISED, "provider", "acme")).isEqualTo(others.size());
    }
  }

  private static boolean isIt(AtomicBoolean silent, AtomicInteger asked) {
    asked.incrementAndGet();
    return silent.get();
  }

  private static List<Collection<Long>> started(
      World world, RaisingOptions options, BooleanSupplier silent) {
    var rounds = new CopyOnWriteArrayList<Collection<Long>>();
    Raising raising =
        (gateways, _) -> {
          rounds.add(gateways);
          return Future.succeededFuture(Map.of(Sales.GATEWAY, 1));
        };
    var parts =
        new RaisingVerticle.Parts(
            raising,
            world::tenants,
            gateway -> silent.getAsBoolean() && gateway.number() == World.CONFIRMING,
            world.meters);
    await(world.vertx.deployVerticle(new RaisingVerticle(parts, options, Quick.TICKS)));
    return rounds;
  }
}
