package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final Template TEMPLATE =
      new Template("select a<more columns> from t where a <> 1 and a < 2 and b > 3<and more>");

  @Test
  void isPlain() {
    assertThat(TEMPLATE.plain()).isEqualTo("select a from t where a <> 1 and a < 2 and b > 3");
  }

  @Test
  void isFilled() {
    assertThat(TEMPLATE.filled(Map.of("more columns", ", b", "and more", " and c")))
        .isEqualTo("select a, b from t where a <> 1 and a < 2 and b > 3 and c");
  }

  @Test
  void everyPlaceIsFilledAndNoOther() {
    assertThatThrownBy(() -> TEMPLATE.filled(Map.of("more columns", "")))
        .hasMessage("nothing for <and more>");
    assertThatThrownBy(() -> TEMPLATE.filled(Map.of("more", "")))
        .hasMessage("no such place: <more>");
  }
}
