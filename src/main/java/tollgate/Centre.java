package tollgate;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tollgate.tenant.Secret;

/**
 * A settlement centre as it is written: its gateways, and the projects that may use them and no
 * others.
 */
record Centre(String name, Map<Long, GatewayEntry> gateways, Map<Long, ProjectEntry> projects) {

  record GatewayEntry(
      String provider,
      URI base,
      Map<String, String> fields,
      Map<String, Secret> keys,
      @Usual("false") boolean confirmSuccess) {}

  record ProjectEntry(
      String name,
      List<Secret> secrets,
      URI webhookUrl,
      @Usual("false") boolean wallets,
      @Usual("false") boolean privateUrls,
      Map<String, MethodEntry> methods) {}

  /** From {@code base} on the provider is asked, at {@code limit} an undecided payment declined. */
  record MethodEntry(long gateway, Duration base, Duration limit) {}
}
