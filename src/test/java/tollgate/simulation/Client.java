package tollgate.simulation;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import tollgate.simulation.Weather.Fault;

/** Whoever asks over the network: hearing nothing he asks again, another node perhaps. */
final class Client {

  private static final int TRIES_MAX = 6;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final World world;

  Client(World world) {
    this.world = world;
  }

  <T> void ask(Function<Node, Future<T>> question, Consumer<T> whenAnswered) {
    ask(question, whenAnswered, 1);
  }

  private <T> void ask(Function<Node, Future<T>> question, Consumer<T> whenAnswered, int attempt) {
    var node = world.anyNode();
    var answered = new boolean[1];
    Runnable again =
        () -> {
          if (answered[0]) return;

          answered[0] = true;
          if (attempt == TRIES_MAX) return;

          var wait = Duration.ofSeconds(world.draws().below(20));
          world.timeline().after(wait, () -> ask(question, whenAnswered, attempt + 1));
        };
    world.timeline().after(TIMEOUT, again);
    node.asked(() -> question.apply(node))
        .onSuccess(answer -> {
          if (answered[0] || world.weather().has(Fault.ANSWER_LOST)) return;

          answered[0] = true;
          whenAnswered.accept(answer);
        })
        .onFailure(_ -> again.run());
  }
}
