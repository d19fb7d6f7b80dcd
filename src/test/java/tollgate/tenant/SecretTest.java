package tollgate.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {

  private record Holder(String name, Secret key) {}

  @Test
  void isUsedButNeverPrinted() {
    var secret = new Secret("demo-secret-210");

    assertThat(secret.reveal()).isEqualTo("demo-secret-210");
    assertThat(new Holder("shop", secret)).hasToString("Holder[name=shop, key=***]");
  }

  @Test
  void equalsByItsKey() {
    assertThat(new Secret("a")).isEqualTo(new Secret("a")).hasSameHashCodeAs(new Secret("a"));
    assertThat(new Secret("a")).isNotEqualTo(new Secret("b")).isNotEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void isNeverEmpty(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Secret(value));
  }
}
