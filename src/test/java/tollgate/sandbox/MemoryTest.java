package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What the sandbox keeps, how long, and that many may use it at once. */
class MemoryTest {

  private record Coin(long number, String id, String key, boolean isOpen, int flips)
      implements Kept {
    @Override
    public AttemptLog attempts() {
      return new AttemptLog();
    }

    @Override
    public Signing signing(Callback.Message sent) {
      return Signing.NONE;
    }

    @Override
    public JsonObject told() {
      return new JsonObject();
    }

    Coin flipped() {
      return new Coin(number, id, key, isOpen, flips + 1);
    }
  }

  private final Memory<Coin> memory = new Memory<>(3);

  private Coin coin(String key) {
    var number = memory.nextNumber();
    return new Coin(number, "id-" + number, key, true, 0);
  }

  @Test
  void theOldestIsForgotten() {
    for (var key : List.of("a", "b", "c", "d")) memory.add(coin(key), _ -> false);

    assertThat(memory.size()).isEqualTo(3);
    assertThat(memory.byKey("a")).isEmpty();
    assertThat(memory.byId("id-1")).isEmpty();
    assertThat(memory.open()).hasSize(3);
    assertThat(memory.after(0, 2)).extracting(Coin::key).containsExactly("b", "c");
    assertThat(memory.after(3, 9)).extracting(Coin::key).containsExactly("d");
    assertThat(memory.add(coin("a"), _ -> false)).isTrue();
  }

  @Test
  void aKeyIsTakenUntilItsHolderMayBeReplaced() {
    memory.add(coin("a"), _ -> false);

    assertThat(memory.add(coin("a"), _ -> false)).isFalse();
    assertThat(memory.add(coin("a"), _ -> true)).isTrue();
    assertThat(memory.byKey("a").orElseThrow().number()).isEqualTo(3);
    assertThat(memory.byId("id-1")).isPresent();
  }

  @Test
  void aStepThatDoesNotApplyChangesNothing() {
    memory.add(coin("a"), _ -> false);

    assertThat(memory.change("id-1", same -> same).orElseThrow().happened()).isFalse();
    assertThat(memory.change("id-1", Coin::flipped).orElseThrow().happened()).isTrue();
    assertThat(memory.change("nobody", Coin::flipped)).isEmpty();
  }

  @Test
  void noStepIsLost() throws InterruptedException {
    memory.add(coin("a"), _ -> false);
    var flips = new ArrayList<Callable<Boolean>>();
    for (var i = 0; i < 2000; i++) {
      flips.add(() -> memory.change("id-1", Coin::flipped).orElseThrow().happened());
    }

    try (var threads = Executors.newFixedThreadPool(4)) {
      threads.invokeAll(flips);
    }

    assertThat(memory.byId("id-1").orElseThrow().flips()).isEqualTo(2000);
  }
}
