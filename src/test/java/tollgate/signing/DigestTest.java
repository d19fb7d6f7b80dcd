package tollgate.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 1321 and FIPS 180. */
class DigestTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          MD5,    900150983cd24fb0d6963f7d28e17f72
          SHA1,   a9993e364706816aba3e25717850c26c9cd0d89d
          SHA256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
          SHA384, cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163
          SHA512, ddaf35a193617abacc417349ae20413112e6fa4e89a97ea2
          """)
  void ofThreeLetters(Digest digest, String begins) {
    assertThat(digest.hex("abc")).startsWith(begins);
    assertThat(digest.of(new byte[] {'a', 'b', 'c'})).hasSize(digest.hex("abc").length() / 2);
  }
}
