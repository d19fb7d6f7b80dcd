package tollgate.outside;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tollgate.signing.GateSignature;
import tollgate.signing.StandardWebhooks;
import tollgate.tenant.Project;
import tollgate.tenant.Secret;

/**
 * The keys that sign webhooks, prepared once, and again when the project's secrets have changed.
 */
final class WebhookKeys {

  /** A webhook is signed twice: in the Gate dialect inside it, and beside it in its headers. */
  record Signers(GateSignature inside, StandardWebhooks beside) {}

  private record Prepared(List<Secret> secrets, Signers signers) {}

  private final Map<Long, Prepared> prepared = new HashMap<>();

  Signers of(Project project) {
    var known = prepared.get(project.id());
    if (known != null && known.secrets().equals(project.secrets())) return known.signers();

    var fresh = new Prepared(project.secrets(), prepare(project.secrets()));
    prepared.put(project.id(), fresh);
    return fresh.signers();
  }

  private static Signers prepare(List<Secret> secrets) {
    var older = secrets.subList(1, secrets.size()).toArray(Secret[]::new);
    return new Signers(
        GateSignature.with(secrets.getFirst(), older),
        StandardWebhooks.with(secrets.getFirst(), older));
  }
}
