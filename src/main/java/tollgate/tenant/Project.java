package tollgate.tenant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company as the Gate API knows it: its secrets, its address for webhooks, its methods.
 *
 * @param secrets all that are valid now, the one we sign with first; two while they are changed
 * @param webhookUrl where it is told, unless a payment says otherwise
 * @param activations by the method's code
 */
public record Project(
    long id,
    String name,
    List<Secret> secrets,
    String webhookUrl,
    ProjectTerms terms,
    Map<String, Activation> activations) {

  /** One, and beside it for a while the one that it replaces. */
  public static final int SECRETS_MAX = 2;

  public Project {
    if (secrets.isEmpty()) throw new IllegalArgumentException("project " + id + " has no secret");
    if (secrets.size() > SECRETS_MAX) throw new IllegalArgumentException("secrets of " + id);
    secrets = List.copyOf(secrets);
    activations = Map.copyOf(activations);
  }

  public Secret secret() {
    return secrets.getFirst();
  }

  public boolean wallets() {
    return terms.wallets();
  }

  public boolean privateUrls() {
    return terms.privateUrls();
  }

  /** What new operations by this method may use: null when it is not switched on. */
  public @Nullable Activation offer(String method) {
    var activation = activations.get(method);
    return terms.on() && activation != null && activation.on() ? activation : null;
  }

  /** Also one that is switched off: what began before goes on. */
  public @Nullable Activation activation(String method) {
    return activations.get(method);
  }
}
