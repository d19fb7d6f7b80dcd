package tollgate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.engine.StoreUnderTest.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What {@link Refusals} and {@link Ids} promise, whatever keeps them. */
public abstract class RefusalsContract extends ContractGround {

  @Test
  void aRefusedRequestIsRememberedForADay() {
    await(store.refusals().remember(project, "r-1", "{\"code\":\"3061\"}"));

    assertThat(found("r-1")).contains("{\"code\":\"3061\"}");
    store.advance(Duration.ofHours(23));
    assertThat(found("r-1")).isPresent();
    store.advance(Duration.ofHours(2));
    assertThat(found("r-1")).isEmpty();
  }

  @Test
  void anotherProjectDoesNotSeeIt() {
    await(store.refusals().remember(project, "r-2", "{}"));

    assertThat(await(store.refusals().find(store.newProject(), "r-2"))).isEmpty();
    assertThat(found("r-3")).isEmpty();
  }

  @Test
  void idsGrowOnANodeAndAreUniqueEverywhere() {
    var one = store.ids();
    var two = store.ids();
    var all = new HashSet<Long>();
    long lastOfOne = 0;
    for (int i = 0; i < 100; i++) {
      long ofOne = await(one.next());
      assertThat(ofOne).isGreaterThan(lastOfOne).isLessThan(1L << 53);
      lastOfOne = ofOne;
      assertThat(all.add(ofOne)).isTrue();
      assertThat(all.add(await(two.next()))).isTrue();
    }
  }

  private Optional<String> found(String requestId) {
    return await(store.refusals().find(project, requestId));
  }
}
