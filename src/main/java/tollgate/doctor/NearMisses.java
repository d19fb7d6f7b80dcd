package tollgate.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tollgate.provider.Proof;
import tollgate.provider.Scheme;
import tollgate.provider.Scheme.Algorithm;
import tollgate.provider.Scheme.Writing;
import tollgate.provider.SignedText;
import tollgate.tenant.Gateway;
import tollgate.tenant.Secret;

/**
 * Why a signature does not hold, by looking for the one mistake with which it would. Only that a
 * mistake fits is ever told, never the signature that would be right: the doctor signs for nobody.
 */
final class NearMisses {

  /** A longer text is not tried: hundreds of its variants would be made. */
  private static final int TEXT_CHARS_MAX = 4096;

  private static final int TOLD_MAX = 5;

  private static final List<Charset> CHARSETS =
      List.of(UTF_8, Charset.forName("windows-1251"), ISO_8859_1);

  private static final Map<String, String> ENDS =
      Map.of("a line end after it", "\n", "a blank after it", " ", "CR and LF after it", "\r\n");

  private final Proof proof;
  private final Gateway gateway;
  private final Set<String> found = new LinkedHashSet<>();

  private NearMisses(Proof proof, Gateway gateway) {
    this.proof = proof;
    this.gateway = gateway;
  }

  /** None for a signature that holds. */
  static List<String> of(Proof proof, Gateway gateway) {
    if (proof.holds()) return List.of();
    if (proof.given().isEmpty()) return List.of("nothing stands in " + proof.field());
    if (proof.text().masked().length() > TEXT_CHARS_MAX) {
      return List.of("the signed text is too long to look for a mistake");
    }
    var misses = new NearMisses(proof, gateway);
    misses.writings();
    if (misses.found.isEmpty()) misses.keysAndAlgorithms();
    if (misses.found.isEmpty()) misses.texts();
    if (misses.found.isEmpty()) misses.found.add(none(proof));
    return misses.found.stream().limit(TOLD_MAX).toList();
  }

  private static String none(Proof proof) {
    return "no usual mistake fits: a signed value was changed on the way, or it was signed with"
        + " another key than the gateway has as "
        + proof.key().name();
  }

  /** The right signature, written otherwise than it must be. */
  private void writings() {
    var wanted = proof.scheme().writing();
    var given = proof.given().strip();
    if (given.contains(" ") && holds(given.replace(' ', '+'))) {
      found.add("a + in it was sent without being encoded");
    }
    for (var writing : Writing.values()) {
      if (!by(writing).holds(proof.text(), proof.key().secret(), given)) continue;

      if (!given.equals(proof.given())) found.add("blanks stand around it");
      if (wanted == Writing.LOWER_HEX && writing == Writing.ANY_HEX) {
        found.add("its letters must be in lower case");
      } else if (wanted == Writing.BASE64 || writing == Writing.BASE64) {
        found.add("it is written in " + writing.words() + ", not in " + wanted.words());
      }
      return;
    }
  }

  private boolean holds(String given) {
    return proof.scheme().holds(proof.text(), proof.key().secret(), given);
  }

  private Scheme by(Writing writing) {
    return new Scheme(proof.scheme().algorithm(), proof.scheme().charset(), writing);
  }

  private void keysAndAlgorithms() {
    keys()
        .forEach((words, key) -> {
          for (var algorithm : Algorithm.values()) signedBy(algorithm, words, key);
        });
  }

  private void signedBy(Algorithm algorithm, String words, Secret key) {
    var scheme = new Scheme(algorithm, proof.scheme().charset(), proof.scheme().writing());
    texts(algorithm)
        .forEach((place, text) -> attempt(said(words, algorithm, place), scheme, text, key));
  }

  private String said(String key, Algorithm algorithm, String place) {
    var words = new ArrayList<String>();
    if (!key.isEmpty()) words.add(key);
    if (algorithm != proof.scheme().algorithm()) words.add("by " + algorithm.words());
    if (!place.isEmpty()) words.add(place);
    return String.join(", ", words);
  }

  /** All keys of the gateway, by what is said of each; the right one first, unnamed. */
  private Map<String, Secret> keys() {
    var keys = new LinkedHashMap<String, Secret>();
    var right = proof.key();
    keys.put("", right.secret());
    gateway
        .keys()
        .forEach((name, key) -> {
          if (!name.equals(right.name())) keys.put("with the key " + name, key);
        });
    var value = right.secret().reveal();
    ENDS.forEach((words, end) ->
        keys.put("with the key " + right.name() + " and " + words, new Secret(value + end)));
    if (!value.equals(value.strip())) {
      keys.put("with the key " + right.name() + " without its blanks", new Secret(value.strip()));
    }
    return keys;
  }

  /** A digest needs the key in its text, an HMAC has it beside. */
  private Map<String, SignedText> texts(Algorithm algorithm) {
    var text = proof.text();
    var hasKey = text.parts().contains(SignedText.KEY);
    if (isKeyed(algorithm) && !hasKey) return Map.of("", text);
    if (!isKeyed(algorithm) && hasKey) return Map.of("", text);
    if (isKeyed(algorithm)) return Map.of("without the key in the text", with(text, false, false));

    return Map.of(
        "with the key before the text", with(text, true, false),
        "with the key after the text", with(text, false, true));
  }

  private static boolean isKeyed(Algorithm algorithm) {
    return switch (algorithm) {
      case HMAC_SHA256, HMAC_SHA512 -> true;
      case MD5, SHA1, SHA256, SHA384, SHA512 -> false;
    };
  }

  private static SignedText with(SignedText text, boolean before, boolean after) {
    var parts = new ArrayList<>(text.parts());
    parts.remove(SignedText.KEY);
    if (before) parts.addFirst(SignedText.KEY);
    if (after) parts.addLast(SignedText.KEY);
    return new SignedText(text.separator(), parts);
  }

  private void texts() {
    var all = new LinkedHashMap<String, SignedText>();
    proof.near().forEach(near -> all.put(near.mistake(), near.text()));
    Variants.of(proof.text()).forEach(all::putIfAbsent);
    for (var charset : CHARSETS) {
      var scheme = new Scheme(proof.scheme().algorithm(), charset, proof.scheme().writing());
      if (!charset.equals(proof.scheme().charset())) {
        attempt("as " + charset.name(), scheme, proof.text(), proof.key().secret());
      }
    }
    all.forEach((mistake, text) -> attempt(mistake, proof.scheme(), text, proof.key().secret()));
  }

  /** Whoever makes one mistake may write in the other case too. */
  private void attempt(String mistake, Scheme scheme, SignedText text, Secret key) {
    if (mistake.isEmpty() || found.size() >= TOLD_MAX) return;

    var anyCase = new Scheme(scheme.algorithm(), scheme.charset(), Writing.ANY_HEX);
    if (scheme.holds(text, key, proof.given()) || anyCase.holds(text, key, proof.given())) {
      found.add("it would hold if it were signed " + mistake);
    }
  }
}
