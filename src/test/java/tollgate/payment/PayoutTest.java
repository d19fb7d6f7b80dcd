package tollgate.payment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static tollgate.payment.Sales.ANY;
import static tollgate.payment.Sales.AT;
import static tollgate.payment.Sales.SALE;
import static tollgate.payment.Words.AGREED;
import static tollgate.payment.Words.book;
import static tollgate.payment.Words.event;
import static tollgate.payment.Words.outcome;
import static tollgate.payment.Words.state;
import static tollgate.payment.Words.world;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.PaymentState.OfPayout;

/** The rules of a payout: every state with every event, one line each. */
class PayoutTest {

  private static final String RULES =
      """
      # is          | comes          | becomes        | book                   | world
      processing    | paid out       | succeeded      | reserved→clearing 100  | tell
      processing    | not paid out   | declined 20102 | reserved→merchant 100  | tell
      processing    | payout pending | with provider  |                        |
      processing    | doubtful       | in doubt       |                        |
      processing    | not sent       | declined 602   | reserved→merchant 100  | tell
      processing    | broken         | failed 501     | reserved→merchant 100  | tell
      processing    | ask due        | processing     |                        | ask
      processing    | limit          | declined 603   | reserved→merchant 100  | tell
      processing    | returned       | ignored        |                        |
      processing    | approved 100   | CONTRADICTION  |                        |
      processing    | declined       | CONTRADICTION  |                        |
      processing    | pending        | CONTRADICTION  |                        |
      processing    | redirected     | CONTRADICTION  |                        |
      processing    | refunded       | CONTRADICTION  |                        |
      processing    | not refunded   | CONTRADICTION  |                        |
      processing    | refund pending | CONTRADICTION  |                        |
      processing    | refund sent    | CONTRADICTION  |                        |
      processing    | refund ruled   | CONTRADICTION  |                        |
      processing    | refund wanted  | denied 3060    |                        |
      processing    | late credit    | denied 3060    |                        |
      processing    | late refund    | denied 3060    |                        |

      in doubt      | paid out       | succeeded      | reserved→clearing 100  | tell
      in doubt      | not paid out   | declined 20102 | reserved→merchant 100  | tell
      in doubt      | payout pending | with provider  |                        |
      in doubt      | doubtful       | ignored        |                        |
      in doubt      | not sent       | ignored        |                        |
      in doubt      | broken         | ignored        |                        |
      in doubt      | ask due        | in doubt       |                        | ask
      in doubt      | limit          | ignored        |                        |
      in doubt      | returned       | ignored        |                        |
      in doubt      | approved 100   | CONTRADICTION  |                        |
      in doubt      | declined       | CONTRADICTION  |                        |
      in doubt      | pending        | CONTRADICTION  |                        |
      in doubt      | redirected     | CONTRADICTION  |                        |
      in doubt      | refunded       | CONTRADICTION  |                        |
      in doubt      | not refunded   | CONTRADICTION  |                        |
      in doubt      | refund pending | CONTRADICTION  |                        |
      in doubt      | refund sent    | CONTRADICTION  |                        |
      in doubt      | refund ruled   | CONTRADICTION  |                        |
      in doubt      | refund wanted  | denied 3060    |                        |
      in doubt      | late credit    | denied 3060    |                        |
      in doubt      | late refund    | denied 3060    |                        |

      with provider | paid out       | succeeded      | reserved→clearing 100  | tell
      with provider | not paid out   | declined 20102 | reserved→merchant 100  | tell
      with provider | payout pending | ignored        |                        |
      with provider | doubtful       | ignored        |                        |
      with provider | not sent       | ignored        |                        |
      with provider | broken         | ignored        |                        |
      with provider | ask due        | with provider  |                        | ask
      with provider | limit          | ignored        |                        |
      with provider | returned       | ignored        |                        |
      with provider | approved 100   | CONTRADICTION  |                        |
      with provider | declined       | CONTRADICTION  |                        |
      with provider | pending        | CONTRADICTION  |                        |
      with provider | redirected     | CONTRADICTION  |                        |
      with provider | refunded       | CONTRADICTION  |                        |
      with provider | not refunded   | CONTRADICTION  |                        |
      with provider | refund pending | CONTRADICTION  |                        |
      with provider | refund sent    | CONTRADICTION  |                        |
      with provider | refund ruled   | CONTRADICTION  |                        |
      with provider | refund wanted  | denied 3060    |                        |
      with provider | late credit    | denied 3060    |                        |
      with provider | late refund    | denied 3060    |                        |

      succeeded     | paid out       | ignored        |                        |
      succeeded     | not paid out   | CONTRADICTION  |                        |
      succeeded     | payout pending | ignored        |                        |
      succeeded     | doubtful       | ignored        |                        |
      succeeded     | not sent       | ignored        |                        |
      succeeded     | broken         | ignored        |                        |
      succeeded     | ask due        | ignored        |                        |
      succeeded     | limit          | ignored        |                        |
      succeeded     | returned       | ignored        |                        |
      succeeded     | approved 100   | CONTRADICTION  |                        |
      succeeded     | declined       | CONTRADICTION  |                        |
      succeeded     | pending        | CONTRADICTION  |                        |
      succeeded     | redirected     | CONTRADICTION  |                        |
      succeeded     | refunded       | CONTRADICTION  |                        |
      succeeded     | not refunded   | CONTRADICTION  |                        |
      succeeded     | refund pending | CONTRADICTION  |                        |
      succeeded     | refund sent    | CONTRADICTION  |                        |
      succeeded     | refund ruled   | CONTRADICTION  |                        |
      succeeded     | refund wanted  | denied 3060    |                        |
      succeeded     | late credit    | denied 3060    |                        |
      succeeded     | late refund    | denied 3060    |                        |

      declined      | paid out       | CONTRADICTION  |                        |
      declined      | not paid out   | ignored        |                        |
      declined      | payout pending | ignored        |                        |
      declined      | doubtful       | ignored        |                        |
      declined      | not sent       | ignored        |                        |
      declined      | broken         | ignored        |                        |
      declined      | ask due        | ignored        |                        |
      declined      | limit          | ignored        |                        |
      declined      | returned       | ignored        |                        |
      declined      | approved 100   | CONTRADICTION  |                        |
      declined      | declined       | CONTRADICTION  |                        |
      declined      | pending        | CONTRADICTION  |                        |
      declined      | redirected     | CONTRADICTION  |                        |
      declined      | refunded       | CONTRADICTION  |                        |
      declined      | not refunded   | CONTRADICTION  |                        |
      declined      | refund pending | CONTRADICTION  |                        |
      declined      | refund sent    | CONTRADICTION  |                        |
      declined      | refund ruled   | CONTRADICTION  |                        |
      declined      | refund wanted  | denied 3060    |                        |
      declined      | late credit    | denied 3060    |                        |
      declined      | late refund    | denied 3060    |                        |

      failed        | paid out       | CONTRADICTION  |                        |
      failed        | not paid out   | ignored        |                        |
      failed        | payout pending | ignored        |                        |
      failed        | doubtful       | ignored        |                        |
      failed        | not sent       | ignored        |                        |
      failed        | broken         | ignored        |                        |
      failed        | ask due        | ignored        |                        |
      failed        | limit          | ignored        |                        |
      failed        | returned       | ignored        |                        |
      failed        | approved 100   | CONTRADICTION  |                        |
      failed        | declined       | CONTRADICTION  |                        |
      failed        | pending        | CONTRADICTION  |                        |
      failed        | redirected     | CONTRADICTION  |                        |
      failed        | refunded       | CONTRADICTION  |                        |
      failed        | not refunded   | CONTRADICTION  |                        |
      failed        | refund pending | CONTRADICTION  |                        |
      failed        | refund sent    | CONTRADICTION  |                        |
      failed        | refund ruled   | CONTRADICTION  |                        |
      failed        | refund wanted  | denied 3060    |                        |
      failed        | late credit    | denied 3060    |                        |
      failed        | late refund    | denied 3060    |                        |
      """;

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource(delimiter = '|', textBlock = RULES)
  void rule(String is, String comes, String becomes, String book, String world) {
    var before = in(is);

    var decision = before.apply(event(comes), AT.plusSeconds(60));

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
        .isEqualTo(leaves(OfPayout.class));
  }

  @ParameterizedTest(name = "{0} opens as {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # minor | becomes       | book                  | world | if short
          9       | declined 3358 |                       | tell  |
          10      | processing    | merchant→reserved 10  | call  | declined 3028
          200     | processing    | merchant→reserved 200 | call  | declined 3028
          201     | declined 2642 |                       | tell  |
          """)
  void opens(long minor, String becomes, String book, String world, String ifShort) {
    var id = new Payment.Id(210, 5);
    var terms = SALE.of(Sales.ringgit(minor)).terms(id);

    var proposal = Payout.open(id, terms, new Payment.Range(10, 200), AT);

    assertThat(outcome(proposal)).isEqualTo(becomes);
    assertThat(book(proposal)).isEqualTo(book);
    assertThat(world(proposal)).isEqualTo(world);
    var otherwise = proposal instanceof Funded funded ? outcome(funded.ifShort()) : null;
    assertThat(otherwise).isEqualTo(ifShort);
  }

  @Test
  void whatIsShortMovesNothingAndIsTold() {
    var id = new Payment.Id(210, 5);
    var proposal = (Funded) Payout.open(id, SALE.of(AGREED).terms(id), ANY, AT);

    assertThat(book(proposal.ifShort())).isNull();
    assertThat(world(proposal.ifShort())).isEqualTo("tell");
  }

  private static Payout in(String is) {
    var id = new Payment.Id(210, 1);
    return new Payout(id, SALE.of(AGREED).terms(id), (OfPayout) state(is), "", 0, AT, AT);
  }

  private static Set<String> leaves(Class<?> type) {
    return Stream.of(type.getPermittedSubclasses())
        .filter(t -> t != PaymentEvent.LinkEvent.class && t != PaymentState.Offered.class)
        .flatMap(t -> t.isSealed() ? leaves(t).stream() : Stream.of(t.getSimpleName()))
        .collect(toSet());
  }
}
