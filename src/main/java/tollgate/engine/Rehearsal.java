package tollgate.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tollgate.engine.Lane.Item;
import tollgate.ledger.Posting;
import tollgate.payment.Decision;
import tollgate.payment.Effect;
import tollgate.payment.Payment;

/**
 * What the engine would make of an event, by the very code that makes it, and with nothing kept:
 * only a {@link Sight} is at hand, which cannot change anything.
 */
public final class Rehearsal {

  /**
   * What would be committed.
   *
   * @param overdue the limit time has passed, so the payment would be declined first
   * @param after the payment as it would be then
   * @param effects what would have to be done in the world
   */
  public record Would(
      Payment before,
      boolean overdue,
      Decision decision,
      Payment after,
      List<Posting> postings,
      List<Effect> effects) {

    public Would {
      postings = List.copyOf(postings);
      effects = List.copyOf(effects);
    }
  }

  private final Sight sight;
  private final Deciding deciding;

  public Rehearsal(Sight sight, InstantSource clock) {
    this.sight = sight;
    deciding = new Deciding(sight, clock);
  }

  /** Empty when the engine would know of no such payment. */
  public Future<Optional<Would>> of(News news) {
    var item = new Item(news, Promise.promise(), 1, null);
    return sight
        .load(List.of(news.payment()))
        .compose(stored -> deciding.of(List.of(item), stored))
        .map(works -> works.stream().findFirst().map(Work::would));
  }
}
