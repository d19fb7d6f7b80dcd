package tollgate.config;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.provider.Providers;
import tollgate.tenant.Tenants;

/**
 * What written tenants mean here: against these providers, and with our own address in the place of
 * {@code ${public}}. The address is a node's own setting, so it is filled in when the tree is read
 * and never kept.
 */
public record Language(Providers providers, String publicAddress) {

  public static final String CENTRES = "settlementCentres";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  /** What was read, and what the environment gave in the place of what is written. */
  public record Read(Tenants tenants, Map<String, Written.Text> given) {}

  /** Null after a mistake. {@code centres}: by their keys. */
  public @Nullable Tenants read(Written.Members centres, Mistakes mistakes) {
    var read = read(centres, new Environment(Map.of()), mistakes);
    return read == null ? null : read.tenants();
  }

  /** Null when the tree could not even be read as such. */
  public @Nullable Read read(Written centres, Environment environment, Mistakes mistakes) {
    var before = mistakes.count();
    UnaryOperator<String> fill = text -> filled(text, Map.of("public", publicAddress));
    var binder = new Binder(environment, fill, mistakes);
    var tree = Written.Members.NONE.with(CENTRES, centres);
    var all = binder.bind(Centre.All.class, null, tree, "");
    if (all == null) return null;

    var tenants = new TenantsReader(providers, mistakes, binder::where).read(all, CENTRES);
    return mistakes.count() == before ? new Read(tenants, binder.given()) : null;
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> {
          var value = values.get(found.group(1));
          if (value == null) throw new IllegalArgumentException("knows no " + found.group());
          return Matcher.quoteReplacement(value);
        });
  }
}
