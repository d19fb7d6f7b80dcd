package tollgate;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tollgate.Centre.GatewayEntry;
import tollgate.Centre.MethodEntry;
import tollgate.Centre.ProjectEntry;
import tollgate.payment.Timetable;
import tollgate.provider.Providers;
import tollgate.tenant.Activation;
import tollgate.tenant.Gateway;
import tollgate.tenant.GatewayTerms;
import tollgate.tenant.Project;
import tollgate.tenant.ProjectTerms;
import tollgate.tenant.Tenants;

/** Makes tenants of what is written about them, and holds it against what the providers need. */
final class TenantsReader {

  /** Where the JSON numbers of half the world stop being exact. */
  private static final long NUMBER_MAX = (1L << 53) - 1;

  private final Providers providers;
  private final Mistakes mistakes;
  private final UnaryOperator<String> places;
  private final Map<Long, Gateway> gateways = new HashMap<>();
  private final Map<Long, Project> projects = new HashMap<>();

  /** {@code places}: where the setting of a path was written. */
  TenantsReader(Providers providers, Mistakes mistakes, UnaryOperator<String> places) {
    this.providers = providers;
    this.mistakes = mistakes;
    this.places = places;
  }

  /** What there is of them; complete only if no mistake was found. */
  Tenants read(Map<String, Centre> centres, String path) {
    centres.forEach((name, centre) -> centre(centre, path + '.' + name));
    return new Tenants(projects, gateways);
  }

  private void centre(Centre centre, String path) {
    centre
        .gateways()
        .forEach((number, entry) -> gateway(number, entry, path + ".gateways." + number));
    centre.projects().forEach((id, entry) -> project(id, entry, centre, path + ".projects." + id));
  }

  private void gateway(long number, GatewayEntry entry, String path) {
    checkNumber(number, path);
    var provider = providers.named(entry.provider());
    if (provider == null) {
      var known = providers.byName().keySet().stream().sorted().collect(Collectors.joining(", "));
      wrong(path + ".provider", "no such provider; known: " + known);
    } else {
      checkNames(provider.needs().fields(), entry.fields(), path + ".fields");
      checkNames(provider.needs().keys(), entry.keys(), path + ".keys");
    }
    if (entry.base().getQuery() != null || entry.base().getFragment() != null) {
      wrong(path + ".base", "must have no query and no fragment");
    }
    var gateway =
        new Gateway(
            number,
            entry.provider(),
            entry.base(),
            entry.fields(),
            entry.keys(),
            GatewayTerms.USUAL.confirmingSuccess(entry.confirmSuccess()));
    if (gateways.put(number, gateway) != null) wrong(path, "is written in two centres");
  }

  private void checkNames(Iterable<String> needed, Map<String, ?> given, String path) {
    for (var name : needed) {
      var value = given.get(name);
      if (value == null || value.toString().isBlank()) wrong(path + '.' + name, "is missing");
    }
  }

  private void project(long id, ProjectEntry entry, Centre centre, String path) {
    checkNumber(id, path);
    var activations = new HashMap<String, Activation>();
    entry
        .methods()
        .forEach((code, method) -> {
          var activation = activation(code, method, centre, path + ".methods." + code);
          if (activation != null) activations.put(code, activation);
          if (activation != null && activation.method().topUpOnly() && !entry.wallets()) {
            wrong(path + ".methods." + code, "only tops up wallets, and wallets are off");
          }
        });
    if (entry.secrets().isEmpty()) {
      wrong(path + ".secrets", "must have one at least");
      return;
    }
    var project =
        new Project(
            id,
            entry.name(),
            entry.secrets(),
            entry.webhookUrl().toString(),
            ProjectTerms.USUAL.withWallets(entry.wallets()).withPrivateUrls(entry.privateUrls()),
            activations);
    if (projects.put(id, project) != null) wrong(path, "is written in two centres");
  }

  private @Nullable Activation activation(
      String code, MethodEntry entry, Centre centre, String path) {
    var method = providers.method(code);
    if (method == null) {
      wrong(
          path,
          "no such method; known: "
              + String.join(", ", new TreeSet<>(providers.methods().keySet())));
      return null;
    }
    var gateway = centre.gateways().containsKey(entry.gateway()) ? of(entry.gateway()) : null;
    if (gateway == null) {
      wrong(path + ".gateway", "the settlement centre has no gateway " + entry.gateway());
      return null;
    }
    var provider = providers.named(gateway.provider());
    if (provider != null && !provider.methods().contains(method)) {
      wrong(path + ".gateway", gateway.provider() + " does not offer " + code);
    }
    checkTimes(entry, path);
    return new Activation(method, gateway, seconds(entry.base()), seconds(entry.limit()));
  }

  private @Nullable Gateway of(long number) {
    return gateways.get(number);
  }

  private void checkTimes(MethodEntry entry, String path) {
    var limit = entry.limit();
    if (limit.toSeconds() < Timetable.LIMIT_MIN || limit.toSeconds() > Timetable.LIMIT_MAX) {
      wrong(path + ".limit", "must be " + Timetable.LIMIT_MIN + "s to 7d");
    }
    if (entry.base().toSeconds() < 1 || entry.base().compareTo(limit) >= 0) {
      wrong(path + ".base", "must be 1s at least and less than the limit");
    }
    if (limit.toMillisPart() != 0 || entry.base().toMillisPart() != 0) {
      wrong(path, "times must be whole seconds");
    }
  }

  private static int seconds(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toSeconds());
  }

  private void checkNumber(long number, String path) {
    if (number < 1 || number > NUMBER_MAX) wrong(path, "must be 1 to " + NUMBER_MAX);
  }

  private void wrong(String path, String rule) {
    mistakes.add(path, rule, places.apply(path));
  }
}
