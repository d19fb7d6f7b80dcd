package tollgate;

import java.util.ArrayList;
import java.util.HashMap;
import tollgate.sandbox.Credentials;
import tollgate.sandbox.Sandbox;
import tollgate.sandbox.SandboxAccount;
import tollgate.sandbox.SandboxOptions;
import tollgate.tenant.Gateway;
import tollgate.tenant.Tenants;

/**
 * The accounts of the simulated providers: for each gateway that is told to call the sandbox, the
 * one it logs in with. So the two cannot disagree.
 */
final class Simulations {

  private Simulations() {}

  static SandboxOptions of(Settings settings, Tenants tenants) {
    var accounts = new ArrayList<SandboxAccount>();
    var sandbox = settings.address() + "/sandbox/";
    for (var gateway : tenants.gateways().values()) {
      if (!gateway.base().toString().startsWith(sandbox)) continue;

      accounts.add(account(gateway, settings.address() + "/callbacks/" + gateway.number()));
    }
    var sandboxSettings = settings.sandbox();
    return new SandboxOptions(
        settings.address(), sandboxSettings.timeScale(), sandboxSettings.limits(), accounts);
  }

  private static SandboxAccount account(Gateway gateway, String callbackUrl) {
    var keys = new HashMap<String, String>();
    gateway.keys().forEach((name, key) -> keys.put(name, key.reveal()));
    var credentials = new Credentials(gateway.number(), gateway.fields(), keys, callbackUrl);
    return Sandbox.account(gateway.provider(), credentials);
  }
}
