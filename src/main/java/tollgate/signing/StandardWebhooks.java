package tollgate.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tollgate.tenant.Secret;

/**
 * The three headers by which any <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 * 1.0 library verifies our webhooks, beside the Gate signature in their body.
 *
 * <p>The key is the project's secret as it is, in UTF-8. Those libraries take keys in Base64, so a
 * merchant gives theirs {@code whsec_} + Base64(secret): see {@link #libraryKey}.
 */
public final class StandardWebhooks {

  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  private static final String KEY_PREFIX = "whsec_";
  private static final String VERSION = "v1,";

  private final List<Hmac> keys;

  private StandardWebhooks(List<Hmac> keys) {
    this.keys = keys;
  }

  /**
   * Signs with all of these keys: while a key is changed, receivers may hold the old or the new.
   */
  public static StandardWebhooks with(Secret newest, Secret... older) {
    return with(Stream.concat(Stream.of(newest), Stream.of(older)).toList());
  }

  /** The same, the newest key first. */
  public static StandardWebhooks with(List<Secret> keys) {
    return new StandardWebhooks(keys.stream().map(Hmac::sha256).toList());
  }

  /** What a merchant configures in a Standard Webhooks library to verify what this secret signs. */
  public static Secret libraryKey(Secret secret) {
    var base64 = Base64.getEncoder().encodeToString(secret.reveal().getBytes(UTF_8));
    return new Secret(KEY_PREFIX + base64);
  }

  /**
   * The headers of one attempt to deliver.
   *
   * @param id the same on every attempt; receivers know repeats by it
   * @param attemptedAt now, to the second: receivers refuse what is minutes old
   * @throws IllegalArgumentException if the id is empty or could not be told from what follows it
   */
  public Map<String, String> headers(String id, Instant attemptedAt, byte[] body) {
    if (id.isEmpty() || id.indexOf('.') >= 0) {
      throw new IllegalArgumentException("an id has no full stop: " + id);
    }
    var timestamp = Long.toString(attemptedAt.getEpochSecond());
    var head = (id + '.' + timestamp + '.').getBytes(UTF_8);
    return Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signatures(head, body));
  }

  private String signatures(byte[] head, byte[] body) {
    return keys.stream()
        .map(key -> VERSION + Base64.getEncoder().encodeToString(key.of(head, body)))
        .collect(Collectors.joining(" "));
  }
}
