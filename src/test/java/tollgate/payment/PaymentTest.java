package tollgate.payment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.event;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.state;
import static tollgate.payment.Words.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Decision.Proposal;

class PaymentTest {

  private static final Instant LATER = AT.plusSeconds(90);

  private static final String RULES = SaleRules.OWN + SaleRules.OTHERS;

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource(delimiter = '|', textBlock = RULES)
  void rule(String is, String comes, String becomes, String book, String world) {
    var before = topUp().in(state(is));

    var decision = before.apply(event(comes), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isEqualTo(book);
    assertThat(world(decision)).isEqualTo(world);
    if (!(decision instanceof Proposal)) assertThat(decision.payment()).isEqualTo(before);
  }

  @Test
  void everyPairHasItsLine() {
    var pairs = new HashSet<String>();
    var states = new HashSet<String>();
    var kinds = new HashSet<String>();
    for (var line : RULES.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      states.add(cells.get(0));
      kinds.add(Words.kind(event(cells.get(1))));
      pairs.add(cells.get(0) + " + " + Words.kind(event(cells.get(1))));
    }

    assertThat(pairs).hasSize(states.size() * kinds.size());
    assertThat(kinds).isEqualTo(leaves(PaymentEvent.class));
    assertThat(states.stream().map(s -> state(s).getClass().getSimpleName()).collect(toSet()))
        .isEqualTo(leaves(PaymentState.class));
  }

  private static Sales topUp() {
    return SALE.of(AGREED).into("000000000018");
  }

  private static Set<String> leaves(Class<?> type) {
    return Stream.of(type.getPermittedSubclasses())
        .filter(t -> t != PaymentEvent.LinkEvent.class && t != PaymentState.Offered.class)
        .flatMap(t -> t.isSealed() ? leaves(t).stream() : Stream.of(t.getSimpleName()))
        .collect(toSet());
  }
}
