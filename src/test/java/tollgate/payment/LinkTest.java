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
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.PaymentEvent.LinkConfirmed;
import tollgate.payment.PaymentState.OfLink;
import tollgate.payment.PaymentState.OfPayout;

/** The rules of a payment link: every state with every event, one line each. */
class LinkTest {

  private static final Instant LATER = AT.plusSeconds(90);
  private static final Payment.Id ID = new Payment.Id(210, 1);

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource(delimiter = '|', textBlock = LinkRules.ALL)
  void rule(String is, String comes, String becomes, String world) {
    var before = in(is);

    var decision = before.apply(event(comes), LATER);

    assertThat(outcome(decision)).isEqualTo(becomes);
    assertThat(book(decision)).isNull();
    assertThat(world(decision)).isEqualTo(world);
    if (!(decision instanceof Proposal)) assertThat(decision.payment()).isEqualTo(before);
  }

  @Test
  void everyPairHasItsLine() {
    var pairs = new HashSet<String>();
    var states = new HashSet<String>();
    var kinds = new HashSet<String>();
    for (var line :
        LinkRules.ALL.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
      states.add(cells.get(0));
      kinds.add(Words.kind(event(cells.get(1))));
      pairs.add(cells.get(0) + " + " + Words.kind(event(cells.get(1))));
    }

    assertThat(pairs).hasSize(states.size() * kinds.size());
    assertThat(kinds).isEqualTo(leaves(PaymentEvent.class));
    assertThat(states.stream().map(s -> state(s).getClass().getSimpleName()).collect(toSet()))
        .isEqualTo(leaves(OfLink.class));
  }

  @ParameterizedTest(name = "mailed to {0}, told {1}: {2}")
  @CsvSource({
    ", true, tell of link",
    "ann@mail.example, true, 'tell of link, mail'",
    "ann@mail.example, false, mail",
    ", false,"
  })
  void opens(String mailTo, boolean told, String world) {
    var step = Links.open(ID, told ? SALE : SALE.untold(), mailTo);

    assertThat(outcome(step)).isEqualTo("offered");
    assertThat(world(step)).isEqualTo(world);
    assertThat(step.postings()).isEmpty();
    assertThat(step.payment().isOpen()).isTrue();
  }

  /** The sale goes by the customer's choice and begins now; what was agreed stays agreed. */
  @Test
  void becomesAnOrdinarySale() {
    var link = in("mailed");

    var sale = (Sale) link.apply(new LinkConfirmed(Links.CHOICE), LATER).payment();

    assertThat(sale.id()).isEqualTo(link.id());
    assertThat(sale.openedAt()).isEqualTo(LATER);
    assertThat(sale.terms().method()).isEqualTo("touchngo");
    assertThat(sale.terms().gateway()).isEqualTo(Sales.GATEWAY);
    assertThat(sale.terms().timetable()).isEqualTo(Links.CHOICE.timetable());
    assertThat(sale.terms().amount()).isEqualTo(link.terms().amount());
    assertThat(sale.terms().wallet()).isEqualTo("000000000018");
    assertThat(sale.terms().details()).isEqualTo(link.terms().details());
  }

  @ParameterizedTest(name = "{0} of 10 to 99: {1}")
  @CsvSource({"9, declined 3358", "10, processing", "99, processing", "100, declined 2642"})
  void theMethodsLimitsHold(long minor, String becomes) {
    var range = new Payment.Range(10, 99);
    var choice = new Link.Choice("touchngo", 7, Deal.USUAL, Links.CHOICE.timetable(), range);
    var link = Links.open(ID, SALE.of(Sales.ringgit(minor)), null).payment();

    assertThat(outcome(link.apply(new LinkConfirmed(choice), LATER))).isEqualTo(becomes);
  }

  @Test
  void pressedTwiceItIsOneSale() {
    var sale = in("offered").apply(event("confirmed"), LATER).payment();

    assertThat(outcome(sale.apply(event("confirmed"), LATER))).isEqualTo("ignored");
    assertThat(outcome(sale.apply(event("taken back"), LATER))).isEqualTo("denied 3060");
  }

  /** Other payments hear it too: they never were links, or have become sales since. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "processing",
        "in doubt",
        "awaiting",
        "with provider",
        "succeeded",
        "declined",
        "failed",
        "paid late"
      })
  void whatIsNoLinkIsNotTakenBack(String is) {
    var sale = SALE.of(AGREED).in(state(is));

    assertThat(outcome(sale.apply(event("confirmed"), LATER))).isEqualTo("ignored");
    assertThat(outcome(sale.apply(event("mailed"), LATER))).isEqualTo("ignored");
    assertThat(outcome(sale.apply(event("taken back"), LATER))).isEqualTo("denied 3060");
    if (!(state(is) instanceof OfPayout ofPayout)) return;

    var payout = new Payout(ID, SALE.of(AGREED).terms(ID), ofPayout, "", 0, AT, AT);
    assertThat(outcome(payout.apply(event("confirmed"), LATER))).isEqualTo("ignored");
    assertThat(outcome(payout.apply(event("taken back"), LATER))).isEqualTo("denied 3060");
  }

  /** The beginning is told while it goes on, and the mail leaves only while it is of use. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          offered   | NOTIFY_LINK_OPENED, NOTIFY_LINK_MAILED, MAIL_LINK, NOTIFY_FINAL
          withdrawn | NOTIFY_FINAL
          expired   | NOTIFY_FINAL
          sale      | NOTIFY_LINK_OPENED, NOTIFY_LINK_MAILED, NOTIFY_FINAL
          """)
  void whatIsStillWanted(String is, String wanted) {
    var payment =
        is.equals("sale") ? in("offered").apply(event("confirmed"), LATER).payment() : in(is);
    var asked =
        List.of(
            Effect.NOTIFY_LINK_OPENED,
            Effect.NOTIFY_LINK_MAILED,
            Effect.NOTIFY_INTERMEDIATE,
            Effect.MAIL_LINK,
            Effect.NOTIFY_FINAL);

    assertThat(asked.stream().filter(payment::stillWants).map(Effect::name))
        .containsExactly(wanted.split(", "));
  }

  @Test
  void itsSecretIsNotPrinted() {
    assertThat(in("offered").toString()).doesNotContain("secret").contains("Invoice");
    assertThat(Links.open(ID, SALE, null).toString()).doesNotContain("secret");
  }

  private static Link in(String is) {
    var terms = Links.terms(ID, SALE.of(AGREED).into("000000000018"), null);
    return new Link(ID, terms, (OfLink) state(is), AT, AT);
  }

  private static Set<String> leaves(Class<?> type) {
    return Stream.of(type.getPermittedSubclasses())
        .flatMap(t -> t.isSealed() ? leaves(t).stream() : Stream.of(t.getSimpleName()))
        .collect(toSet());
  }
}
