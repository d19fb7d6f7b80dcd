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

  /** Names that begin alike, on either side of a colon and of a digit, and all planes. */
  private static final List<String> KIN =
      List.of(
          "",
          "0",
          "00",
          "01",
          "1",
          "2",
          "10",
          "!",
          "~",
          "addr",
          "addr!",
          "addr-",
          "addr/",
          "addr0",
          "addr00",
          "addr02",
          "addr1",
          "addr10",
          "addr2",
          "addr2-",
          "addr2x",
          "addr;",
          "addrx",
          "addr\u00e9",
          "\u00e9",
          "\u00e92",
          "\ue000",
          "\uffff",
          "\ud800\udc00",
          "\ud83d\ude00",
          "\ud83d\ude002",
          "\ud83d\ude0010",
          "frame_mode");

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

  @Test
  void siblingsSortAsTheirLinesDo() {
    Seeds.each(
        10_000,
        draws -> {
          var message = kin(draws, 3);

          assertThat(NaturalText.of(message))
              .isEqualTo(CanonicalForm.of(message).in(LineOrder.NATURAL));
        });
  }

  @Test
  void aColonInANameIsNotInTheWay() {
    Seeds.each(
        2_000,
        draws -> {
          var colon = draws.oneOf(":", "::", "addr:", "addr:2", ":addr", "addr::2");
          var message =
              kin(draws, 2)
                  .with(colon, kin(draws, 1))
                  .with("addr", kin(draws, 2).with(colon, draws.json()))
                  .with("general", draws.jsonObject());

          assertThat(NaturalText.of(message)).isNull();
          assertThat(CanonicalForm.natural(message))
              .isEqualTo(CanonicalForm.of(message).in(LineOrder.NATURAL));
        });
  }

  private static Json.Obj kin(Draws draws, int depth) {
    var object = Json.object().build();
    for (var name : draws.listOf(6, () -> draws.oneOf(KIN))) {
      object = object.with(name, kinOrScalar(draws, depth));
    }
    return object;
  }

  private static Json kinOrScalar(Draws draws, int depth) {
    return switch (draws.below(depth == 0 ? 2 : 4)) {
      case 0 -> Json.text(draws.text());
      case 1 -> draws.oneOf(Json.Null.NULL, Json.bool(true), Json.number(draws.anyLong()));
      case 2 -> Json.array(draws.listOf(draws.oneOf(2, 12), () -> kinOrScalar(draws, depth - 1)));
      default -> kin(draws, depth - 1);
    };
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
