package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/**
 * Questions before their time, for as long as callbacks do not come. A raised question is the
 * payment's next one brought forward, so it is asked once, by whoever keeps its timer.
 */
public interface Raising {

  /**
   * Begins a round for each of these gateways, unless any node has begun one for it less than a
   * round ago. Of the payments that its provider may know, those unasked for longest come first;
   * what is due within the round anyway is left alone, and so is what was accepted or asked about,
   * by its time or for a customer who came back, less than a round ago.
   *
   * @return how many questions were raised for each gateway; one without any is left out
   */
  Future<Map<Long, Integer>> raise(Collection<Long> gateways, Round round);

  /**
   * The bounds of a round.
   *
   * @param length how long it takes
   * @param questions that may be raised for one gateway, evenly over that time
   * @param rowsMax payments that are looked at, of all gateways, those due next
   */
  record Round(Duration length, int questions, int rowsMax) {

    /** How long after the round's beginning a question is due; {@code turn} counts from 0. */
    public Duration after(int turn) {
      return length.multipliedBy(turn).dividedBy(questions);
    }
  }
}
