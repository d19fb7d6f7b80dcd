package tollgate.sandbox;

import io.vertx.core.json.JsonObject;

/** A transaction as {@link Memory} keeps it: never changed, only replaced by its next version. */
public interface Kept {

  /** Counts up from 1 in the order of creation. */
  long number();

  /** The provider's own id. */
  String id();

  /** The account and the merchant's reference in it: unique among transactions not yet over. */
  String key();

  /** Whether the customer may still do something. */
  boolean isOpen();

  /** What was told of it. */
  AttemptLog attempts();

  /** What was signed in a message that told of it. */
  Signing signing(Callback.Message sent);

  /** What the provider says about it, for the oracle. */
  JsonObject told();
}
