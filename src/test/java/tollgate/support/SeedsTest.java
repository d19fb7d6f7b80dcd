package tollgate.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void aBrokenLawNamesItsSeed() {
    assertThatCode(() ->
            Seeds.each(
                5,
                draws -> {
                  if (draws.seed() >= 3) throw new IllegalStateException("lost money");
                }))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching("broken by -Dseed=\\d+: lost money")
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void theSameSeedDrawsTheSame() {
    Seeds.each(
        50,
        draws -> {
          var again = new Draws(draws.seed());
          assertThat(again.jsonObject().encode()).isEqualTo(draws.jsonObject().encode());
          assertThat(again.bytes(9)).isEqualTo(draws.bytes(9));
          assertThat(again.between(-3, 3)).isEqualTo(draws.between(-3, 3)).isBetween(-3L, 3L);
        });
  }
}
