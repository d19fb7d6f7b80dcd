package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tollgate.demo.Shop;

/** The taxi app knows each method by the very name that the gateway's messages give it. */
class DemoShopTest {

  @Test
  void everyWayIsCalledAsItsMessagesCallIt() {
    var expected = new TreeMap<String, String>();
    var called = new TreeMap<String, String>();
    for (var shop : Shop.demo()) {
      for (var way : shop.ways()) {
        called.put(way.method(), way.wire());
        var method = Tollgate.PROVIDERS.method(way.method());
        expected.put(way.method(), method == null ? "unknown" : method.title());
      }
    }
    assertThat(called).isEqualTo(expected);
  }
}
