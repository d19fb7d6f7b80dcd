package tollgate.load.ground;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tollgate.load.wire.Merchant;
import tollgate.load.wire.Message;

/** Opens wallets of new customers. */
final class Wallets {

  private static final int AT_ONCE = 50;
  private static final int TRIES_MAX = 20;

  private final Vertx vertx;
  private final Merchant merchant;

  Wallets(Vertx vertx, Merchant merchant) {
    this.vertx = vertx;
    this.merchant = merchant;
  }

  /** Gives their numbers. */
  Future<List<String>> open(String prefix, int count) {
    return more(prefix, count, new ArrayList<>());
  }

  private Future<List<String>> more(String prefix, int count, List<String> numbers) {
    if (numbers.size() >= count) return Future.succeededFuture(numbers);

    var first = numbers.size();
    var opening =
        IntStream.range(first, Math.min(count, first + AT_ONCE))
            .mapToObj(n -> openOne(prefix + n, 1))
            .toList();
    return Future.all(opening)
        .compose(
            all -> {
              numbers.addAll(all.<String>list());
              return more(prefix, count, numbers);
            });
  }

  /** A gateway that has just started may say that it has too much to do, and is asked again. */
  private Future<String> openOne(String customer, int attempt) {
    return merchant
        .openWallet(customer)
        .compose(
            reply -> {
              if (reply.status() == 503 && attempt < TRIES_MAX) {
                return vertx
                    .timer(1, TimeUnit.SECONDS)
                    .compose(_ -> openOne(customer, attempt + 1));
              }
              if (!reply.isOk()) throw new IllegalStateException("wallet: " + reply);
              return Future.succeededFuture(
                  Message.member(reply.body(), "\"account_id\":\""));
            });
  }
}
