package tollgate;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How to stop what was started: the last first, each once, whatever became of the others. */
final class Stops {

  private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

  @FunctionalInterface
  interface Stop {
    void run() throws Exception;
  }

  private record Step(String what, Stop stop) {}

  private final Deque<Step> steps = new ArrayDeque<>();
  private boolean stopped;

  /** To be called as soon as it runs. What comes after the stop is stopped at once. */
  synchronized void add(String what, Stop stop) {
    if (stopped) run(new Step(what, stop));
    else steps.push(new Step(what, stop));
  }

  synchronized void runAll() {
    stopped = true;
    while (!steps.isEmpty()) run(steps.pop());
  }

  private static void run(Step step) {
    try {
      step.stop().run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("{} was interrupted while it stopped", step.what());
    } catch (Exception e) {
      LOG.warn("{} did not stop well", step.what(), e);
    }
  }
}
