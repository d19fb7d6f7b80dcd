package tollgate.provider;

import tollgate.tenant.Gateway;
import tollgate.tenant.Secret;

/** A gateway's key with the name it has there, so that a person can be told which one it was. */
public record NamedKey(String name, Secret secret) {

  /** The gateway's key of this name; {@link IllegalStateException} when it has none. */
  public static NamedKey of(Gateway gateway, String name) {
    return new NamedKey(name, gateway.key(name));
  }
}
