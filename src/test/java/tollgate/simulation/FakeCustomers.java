package tollgate.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tollgate.money.Money;
import tollgate.payment.Link;
import tollgate.payment.Payment;

/** The customers of payment links: they choose once, in two browsers at once, late, or never. */
final class FakeCustomers {

  private static final int BROWSERS_MAX = 3;

  private final World world;
  private final Wishes wishes;
  private final Client client;
  private final Map<Payment.Id, List<Link.Choice>> chosen = new HashMap<>();

  FakeCustomers(World world, Wishes wishes) {
    this.world = world;
    this.wishes = wishes;
    client = new Client(world);
  }

  /** Somebody has a link. */
  void get(Payment.Id link, Money amount, Duration moment) {
    for (int i = world.draws().below(BROWSERS_MAX + 1); i > 0; i--) {
      var choice = wishes.choice(amount);
      world.timeline().after(wishes.near(moment), () -> choose(link, choice));
    }
  }

  /** All that anybody has chosen there, whatever came of it. */
  List<Link.Choice> chosen(Payment.Id link) {
    return chosen.getOrDefault(link, List.of());
  }

  private void choose(Payment.Id link, Link.Choice choice) {
    chosen.computeIfAbsent(link, _ -> new ArrayList<>()).add(choice);
    client.ask(node -> node.confirm(link, choice), _ -> {});
  }
}
