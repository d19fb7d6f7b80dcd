package tollgate.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tollgate.signing.GateSignature;
import tollgate.tenant.Project;
import tollgate.tenant.Secret;

/** The projects' keys, prepared once and not once a message. */
final class ProjectKeys {

  private record Prepared(List<Secret> secrets, GateSignature signature) {}

  private final Map<Long, Prepared> prepared = new ConcurrentHashMap<>();

  /** What nobody can sign for: it makes an unknown project as slow as a known one. */
  private final GateSignature nobody =
      GateSignature.with(new Secret("nobody-" + ThreadLocalRandom.current().nextLong()));

  /** The keys of this project, or those of nobody. */
  GateSignature of(@Nullable Project project) {
    if (project == null) return nobody;

    var known = prepared.get(project.id());
    if (known != null && known.secrets().equals(project.secrets())) return known.signature();

    var fresh = new Prepared(project.secrets(), prepare(project));
    prepared.put(project.id(), fresh);
    return fresh.signature();
  }

  private static GateSignature prepare(Project project) {
    var older = project.secrets().subList(1, project.secrets().size());
    return GateSignature.with(project.secret(), older.toArray(Secret[]::new));
  }
}
