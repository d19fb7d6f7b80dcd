package tollgate;

import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tollgate.demo.Demo;
import tollgate.demo.DemoOptions;
import tollgate.docs.Docs;
import tollgate.sandbox.Sandbox;
import tollgate.tenant.Tenants;

/** What the public port has beside the gateway itself: its documents, the sandbox, the demo. */
final class Extras {

  private Extras() {}

  /** A sandbox that is opened here closes with the stage. */
  static List<Consumer<Router>> of(Stage stage, Settings settings, Tenants tenants) {
    var extras = new ArrayList<Consumer<Router>>(List.of(Docs.gate()::mount));
    if (settings.sandbox().on()) {
      var sandbox = Sandbox.open(stage.vertx(), Simulations.of(settings, tenants));
      stage.leave("sandbox", sandbox::close);
      extras.add(sandbox::mount);
    }
    if (settings.demo()) {
      var uri = settings.addressUri();
      extras.add(router -> Demo.mount(stage.vertx(), router, DemoOptions.usual(uri, uri)));
    }
    return extras;
  }
}
