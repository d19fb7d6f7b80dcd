package tollgate.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How faults are asked for in texts and in the control API. */
class FaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Taxi top-up                                | ''
          sandbox:                                   | ''
          Taxi sandbox:duplicate=3,delay=2s please   | delay=2000 duplicate=3
          sandbox:duplicate                          | duplicate=2
          sandbox:delay=500ms                        | delay=500
          sandbox:delay=2m                           | delay=120000
          sandbox:delay=11m                          | ''
          sandbox:delay=2                            | ''
          sandbox:reorder,nonsense,silent=no         | reorder=1
          sandbox:error=503,tries=2                  | error=503 tries=2
          sandbox:error=999                          | ''
          sandbox:duplicate=99999                    | ''
          sandbox:play=decline,after=1s              | after=1000 play=3
          sandbox:play=dance                         | ''
          SANDBOX:silent                             | ''
          """)
  void wordsInATextAreRead(String text, String faults) {
    assertThat(told(Faults.inTexts(List.of("nothing here", text)))).isEqualTo(faults);
  }

  private static String told(Faults faults) {
    return faults.asked().entrySet().stream()
        .map(fault -> fault.getKey().word() + "=" + fault.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  @Test
  void theControlApiIsStrict() {
    assertThat(Faults.of(Map.of("duplicate", "3", "silent", "true"))).isPresent();
    assertThat(Faults.of(Map.of("duplicate", "3", "nonsense", "1"))).isEmpty();
    assertThat(Faults.of(Map.of("duplicate", "three"))).isEmpty();
  }

  @Test
  void rulesAreLimitedAndReplaced() {
    var rules = new FaultRules(1);
    var silent = new Faults(Map.of(Fault.SILENT, 1L));

    assertThat(rules.add(new FaultRules.Rule("A-", Faults.NONE))).isTrue();
    assertThat(rules.add(new FaultRules.Rule("A-", silent))).isTrue();
    assertThat(rules.add(new FaultRules.Rule("B-", silent))).isFalse();
    assertThat(rules.of("A-1", List.of())).isEqualTo(silent);
    assertThat(rules.of("C-1", List.of("for A-1"))).isEqualTo(silent);
    assertThat(rules.of("C-1", List.of("for C-1"))).isEqualTo(Faults.NONE);
  }

  @Test
  void aTextWinsOverARule() {
    var rules = new FaultRules(1);
    rules.add(new FaultRules.Rule("A-", new Faults(Map.of(Fault.DUPLICATE, 2L))));

    assertThat(rules.of("A-1", List.of("sandbox:duplicate=5")).value(Fault.DUPLICATE)).isEqualTo(5);
  }
}
