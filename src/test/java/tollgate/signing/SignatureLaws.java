package tollgate.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import tollgate.json.Json;
import tollgate.json.JsonReader;
import tollgate.json.Limits;
import tollgate.signing.GateSignature.Place;
import tollgate.signing.GateSignature.Verdict;
import tollgate.support.Draws;
import tollgate.support.Seeds;
import tollgate.tenant.Secret;

class SignatureLaws {

  private static final GateSignature SIGNATURE = GateSignature.with(new Secret("law"));

  @Test
  void whatIsSignedIsRightAndOverTheWireToo() {
    Seeds.each(
        1_000,
        draws -> {
          var place = draws.oneOf(Place.values());
          var signed = SIGNATURE.signed(message(draws), place);
          var received = (Json.Obj) JsonReader.read(signed.bytes(), Limits.MESSAGE);

          assertThat(SIGNATURE.verify(received, place)).isEqualTo(Verdict.RIGHT);
          assertThat(SIGNATURE.verify(shuffled(received, draws), place)).isEqualTo(Verdict.RIGHT);
        });
  }

  @Test
  void oneCharacterChangedIsWrong() {
    Seeds.each(
        1_000,
        draws -> {
          var message = message(draws).with("last", Json.text(draws.word(8)));
          var signed = SIGNATURE.signed(message);
          var changed = signed.with("last", Json.text(message.member("last") + draws.word(1)));
          var given = ((Json.Str) signed.member("signature")).text();

          assertThat(SIGNATURE.verify(changed, Place.ROOT)).isEqualTo(Verdict.WRONG);
          assertThat(SIGNATURE.verify(message, otherThan(given, draws))).isEqualTo(Verdict.WRONG);
          assertThat(GateSignature.verify(signed, Place.ROOT, new Secret("lax")))
              .isEqualTo(Verdict.WRONG);
        });
  }

  @Test
  void everyPublicOrderIsAccepted() {
    Seeds.each(
        1_000,
        draws -> {
          var message = message(draws);
          var order = draws.oneOf(LineOrder.values());
          var text = GateSignatureTest.text(message, order);

          assertThat(SIGNATURE.verify(message, Hmac.sha512(new Secret("law")).base64(text)))
              .isEqualTo(Verdict.RIGHT);
        });
  }

  private static Json.Obj message(Draws draws) {
    return draws.jsonObject().with("general", draws.jsonObject());
  }

  private static String otherThan(String signature, Draws draws) {
    int at = draws.below(signature.length() - 2);
    char other = signature.charAt(at) == 'A' ? 'B' : 'A';
    return signature.substring(0, at) + other + signature.substring(at + 1);
  }

  /** The order of members is nobody's promise; only names that share a path keep theirs. */
  private static Json.Obj shuffled(Json.Obj message, Draws draws) {
    var shuffled = new LinkedHashMap<String, Json>();
    List.copyOf(draws.shuffled(List.copyOf(message.members().keySet())))
        .forEach(name -> shuffled.put(name, message.member(name)));
    return Json.Obj.of(shuffled);
  }
}
