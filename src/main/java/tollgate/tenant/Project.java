package tollgate.tenant;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company as the Gate API knows it: its secrets, its address for webhooks, its methods.
 *
 * @param secrets all that are valid now, the one we sign with first
 * @param webhookUrl where it is told, unless a payment says otherwise
 * @param wallets whether its customers have wallets
 * @param privateUrls whether its webhooks may go to loopback or private networks; only for demo and
 *     test projects
 * @param activations by the method's code
 */
public record Project(
    long id,
    String name,
    List<Secret> secrets,
    String webhookUrl,
    boolean wallets,
    boolean privateUrls,
    Map<String, Activation> activations) {

  public Project {
    if (secrets.isEmpty()) throw new IllegalArgumentException("project " + id + " has no secret");
    secrets = List.copyOf(secrets);
    activations = Map.copyOf(activations);
  }

  public Secret secret() {
    return secrets.getFirst();
  }

  public @Nullable Activation activation(String method) {
    return activations.get(method);
  }
}
