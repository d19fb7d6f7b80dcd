package tollgate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tollgate.payment.RedirectData;

class RedirectTextTest {

  private static final RedirectData FORM =
      RedirectData.post("https://p.example/pay?a=\"ü\"", Map.of("Amount", "125.50"));

  @Test
  void saysWhatWasWritten() {
    var stored = new RedirectText(RedirectText.of(FORM));

    assertThat(stored).isEqualTo(FORM).hasSameHashCodeAs(FORM);
    assertThat(FORM).isEqualTo(stored);
    assertThat(stored).isNotEqualTo(RedirectData.post(FORM.url(), Map.of("Amount", "125.51")));
  }

  @Test
  void keepsTheOrderOfItsFields() {
    var fields = new LinkedHashMap<String, String>();
    for (var name : List.of("z", "a", "m")) fields.put(name, "");

    var stored = new RedirectText(RedirectText.of(RedirectData.post(FORM.url(), fields)));

    assertThat(stored.fields().keySet()).containsExactly("z", "a", "m");
  }

  /** What another release wrote beside that stays, as long as nobody goes elsewhere. */
  @Test
  void isWrittenBackAsItWas() {
    var text = "{\"fields\":{}, \"url\":\"u\", \"method\":\"GET\", \"later\":1}";

    assertThat(RedirectText.of(new RedirectText(text))).isSameAs(text);
    assertThat(new RedirectText(text)).isEqualTo(RedirectData.get("u"));
  }
}
