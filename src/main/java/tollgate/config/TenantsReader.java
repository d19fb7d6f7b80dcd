package tollgate.config;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tollgate.config.Centre.GatewayEntry;
import tollgate.config.Centre.MethodEntry;
import tollgate.config.Centre.ProjectEntry;
import tollgate.provider.Providers;
import tollgate.tenant.Activation;
import tollgate.tenant.Gateway;
import tollgate.tenant.Project;
import tollgate.tenant.SettlementCentre;
import tollgate.tenant.Tenants;

/** Makes tenants of what is written about them, and holds it against what the providers need. */
public final class TenantsReader {

  /** Where the JSON numbers of half the world stop being exact. */
  private static final long NUMBER_MAX = (1L << 53) - 1;

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final int NAME_MAX = 200;

  private final Providers providers;
  private final Mistakes mistakes;
  private final UnaryOperator<String> places;
  private final TermsReader terms = new TermsReader(this::wrong);
  private final ActivationReader activations;
  private final TokenReader tokens = new TokenReader(this::wrong);
  private final Map<String, SettlementCentre> centres = new HashMap<>();
  private final Map<Long, Gateway> gateways = new HashMap<>();
  private final Map<Long, Project> projects = new HashMap<>();

  /** {@code places}: where the setting of a path was written. */
  public TenantsReader(Providers providers, Mistakes mistakes, UnaryOperator<String> places) {
    this.providers = providers;
    this.mistakes = mistakes;
    this.places = places;
    activations = new ActivationReader(providers, terms, this::wrong);
  }

  /** What there is of them; complete only if no mistake was found. */
  public Tenants read(Centre.All all, String path) {
    all.settlementCentres().forEach((key, centre) -> centre(key, centre, path + '.' + key));
    return new Tenants(centres, projects, gateways, tokens.all());
  }

  private void centre(String key, Centre centre, String path) {
    if (!KEY.matcher(key).matches()) wrong(path, "a key has small letters, digits and hyphens");
    checkName(centre.name(), path + ".name");
    centres.put(
        key,
        new SettlementCentre(
            key,
            centre.name(),
            centre.brand(),
            centre.gateways().keySet(),
            centre.projects().keySet(),
            terms.quotes(centre.rates(), path + ".rates")));
    centre
        .gateways()
        .forEach((number, entry) -> gateway(number, entry, path + ".gateways." + number));
    centre.projects().forEach((id, entry) -> project(id, entry, centre, path + ".projects." + id));
    centre
        .dataTokens()
        .forEach((name, entry) -> tokens.add(name, entry, centre, path + ".dataTokens." + name));
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
            terms.of(entry, path));
    if (provider != null) {
      provider.mistakes(gateway).forEach((what, rule) -> wrong(path + '.' + what, rule));
    }
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
    checkName(entry.name(), path + ".name");
    var all = new HashMap<String, Activation>();
    entry
        .methods()
        .forEach((code, method) -> {
          var activation = activation(code, method, centre, path + ".methods." + code);
          if (activation == null) return;
          all.put(code, activation);
          activations.checkConditions(activation, id, entry, path + ".methods." + code);
        });
    if (entry.secrets().isEmpty() || entry.secrets().size() > Project.SECRETS_MAX) {
      var most = Project.SECRETS_MAX;
      wrong(path + ".secrets", "must have one at least and " + most + " at most");
      return;
    }
    var url = entry.webhookUrl().toString();
    var project = new Project(id, entry.name(), entry.secrets(), url, terms.of(entry, path), all);
    if (projects.put(id, project) != null) wrong(path, "is written in two centres");
  }

  private @Nullable Activation activation(
      String code, MethodEntry entry, Centre centre, String path) {
    var method = providers.method(code);
    if (method == null) {
      var known = String.join(", ", new TreeSet<>(providers.methods().keySet()));
      wrong(path, "no such method; known: " + known);
      return null;
    }
    var ofCentre = centre.gateways().get(entry.gateway());
    var gateway = ofCentre == null ? null : gateways.get(entry.gateway());
    if (ofCentre == null || gateway == null) {
      wrong(path + ".gateway", "the settlement centre has no gateway " + entry.gateway());
      return null;
    }
    return activations.read(entry, method, new ActivationReader.Through(gateway, ofCentre), path);
  }

  private void checkName(String name, String path) {
    if (name.isBlank() || name.length() > NAME_MAX) {
      wrong(path, "must have 1 to " + NAME_MAX + " characters");
    }
  }

  private void checkNumber(long number, String path) {
    if (number < 1 || number > NUMBER_MAX) wrong(path, "must be 1 to " + NUMBER_MAX);
  }

  private void wrong(String path, String rule) {
    mistakes.add(path, rule, places.apply(path));
  }
}
