package tollgate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tollgate.simulation.dialect.Dialects;

/** No adapter is spared the bad days of the simulation. */
class DialectsTest {

  @Test
  void everyAdapterIsSpokenTo() {
    var spoken = Dialects.ALL.stream().map(dialect -> dialect.adapter().name()).toList();

    assertThat(spoken).containsAll(Tollgate.PROVIDERS.byName().keySet());
  }
}
