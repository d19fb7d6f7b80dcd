package tollgate.engine;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Function;

/** Divides a batch that the database refused, until the row that it will not have stands alone. */
final class Halves {

  private Halves() {}

  static <T> Future<Void> one(List<T> batch, Function<List<T>, Future<?>> work) {
    var middle = batch.size() / 2;
    return work.apply(batch.subList(0, middle))
        .compose(_ -> work.apply(batch.subList(middle, batch.size())))
        .mapEmpty();
  }
}
