package tollgate.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tollgate.provider.Callback;
import tollgate.provider.Reading;

/**
 * From a callback's bytes to what it says, verified: all that an adapter does before the engine has
 * it. The messages are those that the adapters' tests recorded, each genuine.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class Callbacks {

  @Param({
    "midtrans/settled",
    "touchngo/paid",
    "touchngo-payouts/paid",
    "robokassa/paid",
    "mykassa/paid",
    "freekassa/paid",
    "qiwi/paid",
    "yoomoney/paid",
    "yoomoney/paid-by-sha1",
    "yookassa/succeeded",
    "paymaster/paid",
    "paymaster2/settled-without-our-address",
    "webmoney/paid",
    "webmoney/paid-hash-only",
  })
  public String message;

  private Shop shop;
  private Callback callback;

  /** A message that the adapter does not take would be fast, and worth nothing. */
  @Setup
  public void read() throws IOException {
    shop = Shop.of(message);
    var recorded = Recorded.read(message);
    callback = recorded.callback(shop.query());
    var said = opened().toString();
    var expected = shop.query().isEmpty() ? recorded.meaning() : shop.meaning();
    if (!said.equals(expected)) throw new IllegalStateException(message + ": " + said);
  }

  @Benchmark
  public Reading opened() {
    return shop.provider().open(callback, shop.gateway());
  }
}
