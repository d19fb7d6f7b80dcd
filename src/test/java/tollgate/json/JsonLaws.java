package tollgate.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.support.Seeds;

class JsonLaws {

  @Test
  void whatIsWrittenIsReadBack() {
    Seeds.each(
        2_000,
        draws -> {
          var value = draws.json();
          var back = JsonReader.read(value.bytes(), Limits.MESSAGE);

          assertThat(back).isEqualTo(value);
          assertThat(back.encode()).isEqualTo(value.encode());
        });
  }

  /** Any bytes are read or refused; nothing else is ever thrown. */
  @Test
  void damageIsRefusedOrReadAgainTheSame() {
    Seeds.each(
        2_000,
        draws -> {
          var bytes = draws.jsonObject().bytes();
          for (int i = draws.below(3); i >= 0; i--) {
            bytes[draws.below(bytes.length)] = (byte) draws.below(256);
          }
          try {
            var value = JsonReader.read(bytes, Limits.MESSAGE);
            assertThat(JsonReader.read(value.bytes(), Limits.MESSAGE)).isEqualTo(value);
          } catch (JsonRefused refused) {
            assertThat(refused.getMessage()).isNotBlank();
          }
        });
  }
}
