package tollgate.engine;

import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Lane.Item;
import tollgate.payment.Payment;

/** What payments answer to events, with nothing kept of it yet. */
record Deciding(Sight sight, InstantSource clock) {

  /** Applying is pure: where money is taken, it is done again once the balances are known. */
  Future<Collection<Work>> of(List<Item> items, Map<Payment.Id, Stored> stored) {
    var guess = Funds.of(Map.of());
    var works = of(items, stored, guess);
    if (guess.unknown().isEmpty()) return Future.succeededFuture(works);

    return sight.balances(guess.unknown()).map(had -> of(items, stored, Funds.of(had)));
  }

  private Collection<Work> of(List<Item> items, Map<Payment.Id, Stored> stored, Funds funds) {
    var at = clock.instant();
    var works = new LinkedHashMap<Payment.Id, Work>();
    for (var item : items) {
      var before = stored.get(item.news().payment());
      if (before == null || !speaksForIt(item.news().source(), before.payment())) {
        item.promise().tryComplete(new Handled.UnknownPayment());
      } else {
        works.computeIfAbsent(before.payment().id(), _ -> new Work(before)).take(item, at, funds);
      }
    }
    return works.values();
  }

  /** A gateway may only speak of payments that go through it, whoever signed the callback. */
  private static boolean speaksForIt(News.@Nullable Source source, Payment payment) {
    return source == null || source.gateway() == payment.terms().gateway();
  }
}
