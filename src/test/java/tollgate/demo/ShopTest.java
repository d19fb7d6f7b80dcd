package tollgate.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The taxi app offers what the demo tenants have switched on: no more, no less. */
class ShopTest {

  private static final Pattern PROJECT_OR_METHOD =
      Pattern.compile(" {6}([0-9]+):\n {8}name: Demo Taxi| {10}([a-z0-9-]+): \\{gateway: ");

  @Test
  void everyWayToPayIsSwitchedOnAndTheOtherWayRound() throws IOException {
    var tenants = Files.readString(Path.of("config/demo.yaml"));
    var configured = new TreeSet<String>();
    var project = "";
    var found = PROJECT_OR_METHOD.matcher(tenants);
    while (found.find()) {
      if (found.group(1) != null) project = found.group(1);
      else configured.add(project + "/" + found.group(2));
    }

    var offered = new TreeSet<String>();
    for (var shop : Shop.demo()) {
      for (var way : shop.ways()) offered.add(shop.project() + "/" + way.method());
    }
    assertThat(offered).isEqualTo(configured);
  }
}
