package tollgate.web;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tollgate.payment.Code;
import tollgate.tenant.DataToken;

/** How often a token may ask, and how many questions are answered at a time. */
final class DataDesk {

  private final DataOptions options;
  private final LongSupplier nanos;
  private final AtomicInteger atOnce = new AtomicInteger();
  private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

  DataDesk(DataOptions options, LongSupplier nanos) {
    this.options = options;
    this.nanos = nanos;
  }

  /** Throws {@link GateRefusal}. */
  void admit(DataToken token) {
    var perSecond = options.requestsPerSecond();
    if (perSecond == 0) return;

    var allowance =
        allowances.computeIfAbsent(token.name(), _ -> new Allowance(perSecond, nanos.getAsLong()));
    if (!allowance.take(nanos.getAsLong())) {
      throw busy("more than " + perSecond + " requests in a second");
    }
  }

  /** Asks, if there is room for one more question; throws {@link GateRefusal} if there is not. */
  <T> Future<T> ask(Supplier<Future<T>> question) {
    if (atOnce.incrementAndGet() > options.atOnceMax()) {
      atOnce.decrementAndGet();
      throw busy("too many questions at once");
    }
    try {
      return question.get().onComplete(_ -> atOnce.decrementAndGet());
    } catch (RuntimeException failure) {
      atOnce.decrementAndGet();
      throw failure;
    }
  }

  private static GateRefusal busy(String words) {
    return GateRefusal.of(429, Code.TRY_AGAIN, words);
  }
}
