package tollgate.provider.yoomoney;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tollgate.provider.Form;
import tollgate.signing.Digest;
import tollgate.signing.Hmac;
import tollgate.tenant.Gateway;

/** Which of its two signatures holds for a notification (A.3). */
enum Signature {
  /** The older one, which leaves out what was paid and whether it was accepted. */
  SHA1,
  /** The newer one, over all fields. */
  HMAC,
  NONE;

  private static final String SIGN = "sign";
  private static final String SHA1_HASH = "sha1_hash";

  private static final Pattern SIGN_SHAPE = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA1_SHAPE = Pattern.compile("[0-9a-f]{40}");

  private static final List<String> BEFORE_SECRET =
      List.of(
          "notification_type",
          "operation_id",
          "amount",
          "currency",
          "datetime",
          "sender",
          "codepro");

  /** Where both may come, the newer alone decides: the older does not rescue a broken one. */
  static Signature of(Form form, Gateway gateway) {
    var wanted = gateway.fields().getOrDefault(Yoomoney.SIGNATURE, "auto");
    return switch (wanted) {
      case "sha1" -> bySha1(form, gateway);
      case "hmac" -> byHmac(form, gateway);
      case String _ ->
          form.fields().containsKey(SIGN) ? byHmac(form, gateway) : bySha1(form, gateway);
    };
  }

  private static Signature bySha1(Form form, Gateway gateway) {
    var given = form.value(SHA1_HASH);
    if (!SHA1_SHAPE.matcher(given).matches()) return NONE;

    var secret = gateway.key(Yoomoney.NOTIFICATION_SECRET).reveal();
    var signed =
        Stream.concat(
                BEFORE_SECRET.stream().map(form::value), Stream.of(secret, form.value("label")))
            .collect(Collectors.joining("&"));
    return Hmac.sameInConstantTime(Digest.SHA1.hex(signed), given) ? SHA1 : NONE;
  }

  private static Signature byHmac(Form form, Gateway gateway) {
    var given = form.value(SIGN);
    if (!SIGN_SHAPE.matcher(given).matches()) return NONE;

    var fields = new TreeMap<>(form.fields());
    fields.remove(SIGN);
    var signed =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var expected = Hmac.sha256(gateway.key(Yoomoney.NOTIFICATION_SECRET)).hex(signed);
    return Hmac.sameInConstantTime(expected, given) ? HMAC : NONE;
  }

  /** By RFC 3986. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }
}
