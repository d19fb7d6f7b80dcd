package tollgate.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tollgate.tenant.Secret;

/**
 * A secret at rest: {@code v1.<master key's id>.<wrapped data key>.<sealed secret>}. The data key
 * is the secret's own; both parts are AES-256-GCM and bound to the place where they lie. A dump of
 * the database without the master key says nothing, a secret copied to another row does not open,
 * and a change of the master key touches only the wrapped data keys.
 */
public final class Envelope {

  private static final Pattern WRITTEN =
      Pattern.compile("v1\\.([A-Za-z0-9_-]{1,32})\\.([A-Za-z0-9_-]+)\\.([A-Za-z0-9_-]+)");

  private Envelope() {}

  /** Seals by the newest key. */
  public static String seal(MasterKeys keys, Dice dice, Place place, Secret secret) {
    var dataKey = dice.bytes(MasterKey.BYTES);
    var plain = secret.reveal().getBytes(UTF_8);
    var sealed = Gcm.seal(dataKey, nonce(dice), associated("secret", "", place), plain);
    return written(keys.newest(), wrapped(keys.newest(), dice, place, dataKey), text(sealed));
  }

  /** What was sealed at that place. */
  public static Secret open(MasterKeys keys, Place place, String envelope) throws SealBroken {
    var parts = Parts.of(envelope);
    var dataKey = unwrapped(keys, place, parts);
    var plain = Gcm.open(dataKey, associated("secret", "", place), bytes(parts.sealed()));
    if (plain == null) throw new SealBroken("the secret was changed or belongs elsewhere");

    return new Secret(new String(plain, UTF_8));
  }

  /** The same secret under the newest key; its own bytes stay as they are. */
  public static String rewrap(MasterKeys keys, Dice dice, Place place, String envelope)
      throws SealBroken {
    var parts = Parts.of(envelope);
    var dataKey = unwrapped(keys, place, parts);
    return written(keys.newest(), wrapped(keys.newest(), dice, place, dataKey), parts.sealed());
  }

  /** Whether the newest key wraps it already. */
  public static boolean isNewest(MasterKeys keys, String envelope) {
    return envelope.startsWith("v1." + keys.newest().id() + '.');
  }

  private record Parts(String key, String wrapped, String sealed) {

    static Parts of(String envelope) throws SealBroken {
      var parts = WRITTEN.matcher(envelope);
      if (!parts.matches()) throw new SealBroken("not a sealed secret");

      return new Parts(parts.group(1), parts.group(2), parts.group(3));
    }
  }

  private static String written(MasterKey key, String wrapped, String sealed) {
    return "v1." + key.id() + '.' + wrapped + '.' + sealed;
  }

  private static String wrapped(MasterKey key, Dice dice, Place place, byte[] dataKey) {
    return text(Gcm.seal(key.bytes(), nonce(dice), associated("key", key.id(), place), dataKey));
  }

  private static byte[] unwrapped(MasterKeys keys, Place place, Parts parts) throws SealBroken {
    var key = keys.named(parts.key());
    if (key == null) throw new SealBroken("there is no master key " + parts.key());

    var associated = associated("key", key.id(), place);
    byte @Nullable [] dataKey = Gcm.open(key.bytes(), associated, bytes(parts.wrapped()));
    if (dataKey == null) {
      throw new SealBroken("master key " + key.id() + " does not fit, or the place does not");
    }
    return dataKey;
  }

  /** The two parts cannot be taken for one another. */
  private static byte[] associated(String part, String key, Place place) {
    var purpose = new Place("tollgate v1", part, List.of(key)).bytes();
    var where = place.bytes();
    var all = Arrays.copyOf(purpose, purpose.length + where.length);
    System.arraycopy(where, 0, all, purpose.length, where.length);
    return all;
  }

  private static byte[] nonce(Dice dice) {
    return dice.bytes(Gcm.NONCE_BYTES);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) throws SealBroken {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new SealBroken("not a sealed secret");
    }
  }
}
