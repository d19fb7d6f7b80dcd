package tollgate.provider.yoomoney;

import static java.nio.charset.StandardCharsets.UTF_8;
import static tollgate.provider.SignedText.part;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import tollgate.provider.Form;
import tollgate.provider.NamedKey;
import tollgate.provider.Proof;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.provider.SignedText.Part;
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

  private static final Scheme OLDER = Scheme.of(Algorithm.SHA1, Writing.LOWER_HEX);
  private static final Scheme NEWER = Scheme.of(Algorithm.HMAC_SHA256, Writing.LOWER_HEX);

  private static final List<String> BEFORE_SECRET =
      List.of(
          "notification_type",
          "operation_id",
          "amount",
          "currency",
          "datetime",
          "sender",
          "codepro");

  static Signature of(Form form, Gateway gateway) {
    var proof = proof(form, gateway);
    if (!proof.holds()) return NONE;

    return proof.field().equals(SIGN) ? HMAC : SHA1;
  }

  /** Where both may come, the newer alone decides: the older does not rescue a broken one. */
  static Proof proof(Form form, Gateway gateway) {
    var wanted = gateway.fields().getOrDefault(Yoomoney.SIGNATURE, "auto");
    return switch (wanted) {
      case "sha1" -> bySha1(form, gateway);
      case "hmac" -> byHmac(form, gateway);
      case String _ ->
          form.fields().containsKey(SIGN) ? byHmac(form, gateway) : bySha1(form, gateway);
    };
  }

  private static Proof bySha1(Form form, Gateway gateway) {
    var parts = new ArrayList<Part>();
    for (var name : BEFORE_SECRET) parts.add(part(name, form.value(name)));
    parts.add(SignedText.KEY);
    parts.add(part("label", form.value("label")));
    var text = new SignedText("&", parts);
    return new Proof(SHA1_HASH, OLDER, text, key(gateway), form.value(SHA1_HASH));
  }

  private static Proof byHmac(Form form, Gateway gateway) {
    var text = text(form, Signature::encoded);
    return new Proof(SIGN, NEWER, text, key(gateway), form.value(SIGN));
  }

  /** The same with what is often done wrong. */
  static Proof explained(Form form, Gateway gateway) {
    var proof = proof(form, gateway);
    if (!proof.field().equals(SIGN)) return proof;

    return proof
        .near("with values that are not encoded", text(form, value -> value))
        .near("with values encoded as in a form, a space as +", text(form, Signature::asInForms));
  }

  private static SignedText text(Form form, UnaryOperator<String> writing) {
    var parts = new ArrayList<Part>();
    new TreeMap<>(form.fields())
        .forEach((name, value) -> {
          if (!name.equals(SIGN)) parts.add(part(name, name + "=" + writing.apply(value)));
        });
    return new SignedText("&", parts);
  }

  private static NamedKey key(Gateway gateway) {
    return NamedKey.of(gateway, Yoomoney.NOTIFICATION_SECRET);
  }

  private static String asInForms(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  /** By RFC 3986. */
  private static String encoded(String value) {
    return asInForms(value).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }
}
