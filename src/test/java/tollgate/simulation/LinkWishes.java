package tollgate.simulation;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import tollgate.engine.Handled;
import tollgate.payment.Deal;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Invoice;
import tollgate.payment.Payment;
import tollgate.payment.Terms;
import tollgate.payment.Timetable;
import tollgate.support.Draws;

/** What the merchants do with payment links: they make them, hand them on, take some back. */
final class LinkWishes {

  private static final String NO_METHOD = "";
  private static final long NO_GATEWAY = 0;

  private final World world;
  private final Draws draws;
  private final Wishes wishes;
  private final Client client;
  private final FakeCustomers customers;
  private final Set<Payment.Id> takenBack = new LinkedHashSet<>();
  private final Set<Payment.Id> notTakenBack = new LinkedHashSet<>();

  LinkWishes(World world, Wishes wishes) {
    this.world = world;
    this.wishes = wishes;
    draws = world.draws();
    client = new Client(world);
    customers = new FakeCustomers(world, wishes);
  }

  /** Of a new link: neither a method nor a gateway, and nothing of what it costs. */
  Terms terms(String paymentId) {
    var usual = wishes.link().terms(paymentId);
    var seconds = wishes.linkSeconds();
    return new Terms(
        paymentId,
        usual.requestId(),
        usual.customer(),
        NO_METHOD,
        NO_GATEWAY,
        usual.amount(),
        usual.wallet(),
        null,
        null,
        Deal.USUAL,
        Timetable.ofLink(seconds),
        usual.details().of(invoice(paymentId, seconds)));
  }

  private Invoice invoice(String paymentId, int seconds) {
    var now = world.timeline().now();
    return new Invoice(
        world.freshId(),
        "https://pay.example/link/" + paymentId + "-secret",
        now.plusSeconds(seconds),
        now,
        null,
        draws.percent(30) ? "ann@mail.example" : null,
        null);
  }

  /** It is there: the customer gets it, and some merchants think better of it. */
  void made(Payment.Id link, Terms terms) {
    var moment = wishes.moment(terms.timetable().limit());
    customers.get(link, terms.amount(), moment);
    if (draws.percent(35)) withdraw(link.project(), terms.paymentId(), wishes.near(moment));
  }

  /** Before it is heard whether it is there. */
  void withdrawSoon(long project, String paymentId) {
    withdraw(project, paymentId, Duration.ofSeconds(draws.below(30)));
  }

  FakeCustomers customers() {
    return customers;
  }

  /** Of which a merchant has heard that nobody will pay them. */
  Set<Payment.Id> takenBack() {
    return takenBack;
  }

  /** Of which a merchant has heard that it is too late to take them back. */
  Set<Payment.Id> notTakenBack() {
    return notTakenBack;
  }

  private void withdraw(long project, String paymentId, Duration in) {
    world
        .timeline()
        .after(in, () -> client.ask(node -> node.withdraw(project, paymentId), this::hear));
  }

  private void hear(Handled answer) {
    if (!(answer instanceof Handled.Decided(var decision))) return;

    var heard = decision instanceof Denied ? notTakenBack : takenBack;
    heard.add(decision.payment().id());
  }
}
