package tollgate.provider.robokassa;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tollgate.signing.Digest;
import tollgate.tenant.Gateway;
import tollgate.tenant.Secret;

/**
 * The shop as its cabinet has it (section 1). A trial shop signs with the trial passwords, a live
 * one with the others, and which of both a gateway is stands in its settings: nobody ever tries the
 * other pair (section 6).
 *
 * @param digest which of the six the cabinet is set to
 */
record Shop(String login, Digest digest, boolean isTrial, Gateway gateway) {

  static final String LOGIN = "merchant_login";
  static final String HASH = "hash";
  static final String TEST = "test";
  static final String SERVICES = "services";
  static final String PASSWORD_1 = "password1";
  static final String PASSWORD_2 = "password2";
  static final String PASSWORD_3 = "password3";

  private static final Map<String, Digest> DIGESTS =
      Map.of(
          "md5", Digest.MD5,
          "sha1", Digest.SHA1,
          "sha256", Digest.SHA256,
          "sha384", Digest.SHA384,
          "sha512", Digest.SHA512);

  private static final String LIVE = "https://auth.robokassa.ru";
  private static final String LIVE_SERVICES = "https://services.robokassa.ru";

  static Shop of(Gateway gateway) {
    var digest = Objects.requireNonNull(DIGESTS.get(gateway.field(HASH)), "no such hash");
    var test = gateway.fields().getOrDefault(TEST, "no");
    return new Shop(gateway.field(LOGIN), digest, test.equals("yes"), gateway);
  }

  static Map<String, String> mistakes(Map<String, String> fields) {
    var hash = fields.getOrDefault(HASH, "");
    if (hash.equals("ripemd160")) {
      return Map.of(
          "fields." + HASH, "Java has no ripemd160: choose another in the shop's cabinet");
    }
    if (!DIGESTS.containsKey(hash)) {
      return Map.of("fields." + HASH, "must be md5, sha1, sha256, sha384 or sha512");
    }
    var test = fields.getOrDefault(TEST, "no");
    return test.equals("yes") || test.equals("no")
        ? Map.of()
        : Map.of("fields." + TEST, "must be yes or no");
  }

  Secret password1() {
    return gateway.key(PASSWORD_1);
  }

  Secret password2() {
    return gateway.key(PASSWORD_2);
  }

  /** Absent where the shop has no access to refunds. */
  @Nullable Secret password3() {
    return gateway.keys().get(PASSWORD_3);
  }

  String base() {
    return gateway.base().toString().replaceFirst("/+$", "");
  }

  /** Refunds have a host of their own (section 8). */
  String services() {
    var usual = base().equals(LIVE) ? LIVE_SERVICES : base();
    return gateway.fields().getOrDefault(SERVICES, usual).replaceFirst("/+$", "");
  }
}
