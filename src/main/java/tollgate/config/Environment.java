package tollgate.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The variables that override settings: {@code TOLLGATE_HTTP_PORT} for {@code http.port}. Whatever
 * begins like one of ours and is none is a mistake, for it was meant to change something.
 */
public final class Environment {

  private static final String PREFIX = "TOLLGATE_";
  private static final String FILE = "_FILE";

  /** Those of the logging, which is set up before any setting is read. */
  private static final Set<String> LOGGING = Set.of("TOLLGATE_LOG", "TOLLGATE_LOG_LEVEL");

  /** Kubernetes adds these for a service that happens to be called like us. */
  private static final Pattern OF_KUBERNETES =
      Pattern.compile("TOLLGATE_(.+_)?(SERVICE_(HOST|PORT(_.+)?)|PORT(_\\d+_(TCP|UDP)(_.+)?)?)");

  private final Map<String, String> variables;
  private final Set<String> read = new HashSet<>();

  public Environment(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** {@code http.bodyBytesMax} is {@code TOLLGATE_HTTP_BODY_BYTES_MAX}. */
  static String name(String path) {
    var words = path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]", "_");
    return PREFIX + words.toUpperCase(Locale.ROOT);
  }

  /** The value of a setting as the environment gives it; null where it does not. */
  Written.@Nullable Text of(String path) {
    var name = name(path);
    var value = variables.get(name);
    if (value == null || isOfKubernetes(name, value)) return null;

    read.add(name);
    return new Written.Text(value, "environment " + name);
  }

  /** Whether the setting, or one below it, is given. */
  boolean knows(String path) {
    var name = name(path);
    return variables.keySet().stream()
        .anyMatch(each -> each.equals(name) || each.startsWith(name + '_'));
  }

  /** A secret out of a file, as containers give them; the line's end is not part of it. */
  Written.@Nullable Text ofFile(String path, Mistakes mistakes) {
    var name = name(path) + FILE;
    var file = variables.get(name);
    if (file == null) return null;

    read.add(name);
    var where = "environment " + name;
    try {
      return new Written.Text(Files.readString(Path.of(file)).stripTrailing(), where);
    } catch (IOException e) {
      mistakes.add(path, "cannot read the file " + file, where);
      return null;
    }
  }

  public void refuseUnread(Mistakes mistakes) {
    for (var variable : new TreeMap<>(variables).entrySet()) {
      var name = variable.getKey();
      if (!name.startsWith(PREFIX) || read.contains(name) || LOGGING.contains(name)) continue;
      if (isOfKubernetes(name, variable.getValue())) continue;

      mistakes.add("", "there is no setting for this variable", "environment " + name);
    }
  }

  private static boolean isOfKubernetes(String name, String value) {
    var isService = name.contains("_SERVICE_") || value.contains("://");
    return OF_KUBERNETES.matcher(name).matches()
        && (isService || name.matches(".+_PORT_\\d+_(TCP|UDP).*"));
  }
}
