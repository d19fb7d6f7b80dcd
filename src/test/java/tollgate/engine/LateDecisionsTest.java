package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When telling waits, so that deciding is not late. */
class LateDecisionsTest extends EngineGround {

  @Test
  void decisionsAreLateWhileSomeWaitForASlowBatch() {
    var gather = Duration.ofMillis(20);
    var gathering =
        new Engine(
            parts(performed::add, clock),
            new Engine.Limits(1, BATCH_MAX, QUEUE_MAX, ATTEMPTS_MAX, gather));
    payments.hold();
    var first = opened();
    gathering.handle(News.of(first.id(), approved(first)));
    clock.advance(gather.multipliedBy(3));
    assertThat(gathering.isBehind()).as("nobody waits").isFalse();

    var next = opened();
    gathering.handle(News.of(next.id(), approved(next)));
    assertThat(gathering.isBehind()).isTrue();

    payments.release();
    assertThat(gathering.isBehind()).isFalse();
  }
}
