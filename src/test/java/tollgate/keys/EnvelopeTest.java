package tollgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.support.Seeds;
import tollgate.tenant.Secret;

/** Secrets at rest: known answers, changed bytes, wrong rows, changed master keys. */
class EnvelopeTest {

  private static final String K1 = "k1:yMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5uc=";
  private static final String K2 = "k2:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final Place PLACE = new Place("gateway_key", "sealed", List.of("7", "server_key"));
  private static final Secret SECRET = new Secret("SB-Mid-sérver");

  /** Made by another implementation, Python's cryptography, from the same bytes. */
  private static final String KNOWN =
      "v1.k1.LC0uLzAxMjM0NTY3QMAeuGvVpyH2b8xnhYIJRf3m9WoApVLSKUd53Uo3GF1okpqMh_R_fLum8DgioRxu"
          + ".ICEiIyQlJicoKSorgXiLPQX8N33Z1TC4pGoR7SuXIhSUJC48bWAMZfOO";

  @Test
  void aKnownAnswer() throws Exception {
    var keys = MasterKeys.parse(K1);

    assertThat(Envelope.seal(keys, counting(), PLACE, SECRET)).isEqualTo(KNOWN);
    assertThat(Envelope.open(keys, PLACE, KNOWN)).isEqualTo(SECRET);
  }

  /** Test case 16 of McGrew and Viega, The Galois/Counter Mode of Operation, appendix B. */
  @Test
  void theKnownAnswerOfTheCipher() {
    var key = hex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
    var nonce = hex("cafebabefacedbaddecaf888");
    var associated = hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    var plain =
        hex(
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
                + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
    var sealed =
        hex(
            "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
                + "76fc6ece0f4e1768cddf8853bb2d551b");

    assertThat(Gcm.seal(key, nonce, associated, plain)).isEqualTo(sealed);
    assertThat(Gcm.open(key, associated, sealed)).isEqualTo(plain);
    assertThat(Gcm.open(key, associated, new byte[27])).isNull();
  }

  @Test
  void noByteCanBeChanged() {
    var keys = MasterKeys.parse(K1);
    for (int i = 0; i < KNOWN.length(); i++) {
      var other = KNOWN.charAt(i) == 'A' ? 'B' : 'A';
      var changed = KNOWN.substring(0, i) + other + KNOWN.substring(i + 1);
      // The last letter of a part may carry bits that say nothing.
      if (isOpened(keys, changed)) assertThat(isLastOfItsPart(i)).as("at " + i).isTrue();
    }
    for (var cut :
        List.of("", "v1", "v1.k1", "v1.k1.LC0u", KNOWN + ".x", KNOWN + "=", "v2" + KNOWN)) {
      assertThat(isOpened(keys, cut)).as(cut).isFalse();
    }
  }

  private static boolean isLastOfItsPart(int at) {
    return at == KNOWN.length() - 1 || KNOWN.charAt(at + 1) == '.';
  }

  private static boolean isOpened(MasterKeys keys, String envelope) {
    try {
      return Envelope.open(keys, PLACE, envelope).equals(SECRET);
    } catch (SealBroken broken) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "gateway_key, sealed, 8, server_key",
    "gateway_key, sealed, 7, merchant_key",
    "gateway_key, other, 7, server_key",
    "project_secret, sealed, 7, server_key",
    "gateway_key, sealed7, '', server_key",
    "gateway_key, sealed, 7server_key, ''"
  })
  void inAnotherRowItDoesNotOpen(String table, String column, String first, String second) {
    var elsewhere = new Place(table, column, List.of(first, second));

    assertThatThrownBy(() -> Envelope.open(MasterKeys.parse(K1), elsewhere, KNOWN))
        .isInstanceOf(SealBroken.class)
        .hasMessageContaining("place");
  }

  @Test
  void theMasterKeyIsChangedAndTheOldOneCanGo() throws Exception {
    var both = MasterKeys.parse(K1 + "\n" + K2);
    assertThat(Envelope.open(both, PLACE, KNOWN)).isEqualTo(SECRET);
    assertThat(Envelope.isNewest(both, KNOWN)).isFalse();

    var anew = Envelope.rewrap(both, counting(), PLACE, KNOWN);

    assertThat(Envelope.isNewest(both, anew)).isTrue();
    assertThat(Envelope.open(MasterKeys.parse(K2), PLACE, anew)).isEqualTo(SECRET);
    assertThat(anew).endsWith(KNOWN.substring(KNOWN.lastIndexOf('.')));
    assertThatThrownBy(() -> Envelope.open(MasterKeys.parse(K2), PLACE, KNOWN))
        .hasMessage("there is no master key k1");
    assertThatThrownBy(() -> Envelope.open(MasterKeys.parse(K2.replace("k2", "k1")), PLACE, KNOWN))
        .hasMessageContaining("k1 does not fit");
  }

  @Test
  void everySecretComesBackAndNoTwoSealsAreAlike() {
    Seeds.each(
        200,
        draws -> {
          var keys = MasterKeys.parse(K1 + "," + K2);
          var secret = new Secret("a long secret " + draws.text());
          Dice dice = count -> draws.exactly(count);
          var place = new Place(draws.word(8), draws.word(8), draws.listOf(3, draws::text));

          var sealed = Envelope.seal(keys, dice, place, secret);

          assertThat(Envelope.open(keys, place, sealed)).isEqualTo(secret);
          assertThat(Envelope.seal(keys, dice, place, secret)).isNotEqualTo(sealed);
          assertThat(sealed).doesNotContain(secret.reveal());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                     | there is no master key
          # nothing but a remark                                 | there is no master key
          k1                                                     | a master key is written id:base64
          k 1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=       | a master key is written id:base64
          k.1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=       | a master key is written id:base64
          k1:AAEC                                                | master key k1 must have 32 bytes
          k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=AAAA    | master key k1 is not Base64
          k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCU= | master key k1 must have 32 bytes
          """)
  void noKeys(String text, String why) {
    assertThatThrownBy(() -> MasterKeys.parse(text)).hasMessage(why);
  }

  @Test
  void keysAsTheyAreWritten() {
    var keys = MasterKeys.parse("# old\n" + K1 + " # 2025\n\n  " + K2 + "\n");

    assertThat(keys.newest().id()).isEqualTo("k2");
    assertThat(keys).hasToString("[k1:***, k2:***]");
    assertThatThrownBy(() -> MasterKeys.parse(K1 + "," + K1))
        .hasMessage("master key k1 is written twice");
    assertThat(MasterKeys.parse(MasterKey.fresh("k9", byte[]::new)).newest().id()).isEqualTo("k9");
  }

  /** 0, 1, 2, … */
  private static Dice counting() {
    var next = new AtomicInteger();
    return count -> {
      var bytes = new byte[count];
      for (int i = 0; i < count; i++) bytes[i] = (byte) next.getAndIncrement();
      return bytes;
    };
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
