package tollgate.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tollgate.tenant.Project;
import tollgate.tenant.Secret;

/**
 * The projects' keys, prepared once and not once a message, and again when a project's secrets have
 * changed. Safe for any number of threads.
 *
 * @param <K> what they are prepared to
 */
public final class ProjectKeys<K> {

  private record Prepared<K>(List<Secret> secrets, K keys) {}

  private final Map<Long, Prepared<K>> prepared = new ConcurrentHashMap<>();
  private final Function<List<Secret>, K> prepare;

  /** {@code prepare} is given a project's secrets, the newest first. */
  public ProjectKeys(Function<List<Secret>, K> prepare) {
    this.prepare = prepare;
  }

  public K of(Project project) {
    var known = prepared.get(project.id());
    if (known != null && known.secrets().equals(project.secrets())) return known.keys();

    var fresh = new Prepared<>(project.secrets(), prepare.apply(project.secrets()));
    prepared.put(project.id(), fresh);
    return fresh.keys();
  }
}
