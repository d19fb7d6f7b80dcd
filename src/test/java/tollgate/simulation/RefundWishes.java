package tollgate.simulation;

import io.vertx.core.Future;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Handled;
import tollgate.engine.News;
import tollgate.money.Money;
import tollgate.payment.Decision.Denied;
import tollgate.payment.Payment;
import tollgate.payment.PaymentEvent.RefundRequested;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.support.Draws;

/**
 * What the merchants want back, asked for again when they hear nothing: under the same key, so that
 * it is the same operation, or under their own id of the refund.
 */
final class RefundWishes {

  /**
   * One wish.
   *
   * @param operation the same in every try; absent where the merchant has an id of his own
   */
  private record Wish(
      Payment.Id sale, String name, @Nullable Money amount, @Nullable Long operation) {

    Refund.Request request(long fresh) {
      var mine = operation == null ? name : null;
      return new Refund.Request(
          operation == null ? fresh : operation,
          amount,
          new Refund.Wish(name, mine, "why", null),
          ZoneOffset.UTC);
    }
  }

  /** What became of the refund by which a try asked. */
  private record Answer(long operation, Handled handled) {}

  private final World world;
  private final Draws draws;
  private final Client client;
  private final List<Payment.Id> accepted = new ArrayList<>();
  private final Map<String, Long> fixed = new HashMap<>();
  private int wishes;

  RefundWishes(World world) {
    this.world = world;
    draws = world.draws();
    client = new Client(world);
  }

  /** Most want a sale back that has succeeded; some anything at all. */
  void wishOne() {
    var all = world.store().allPayments().stream().map(stored -> stored.payment());
    var any = draws.percent(5);
    var sales = all.filter(p -> any || isRefundable(p)).map(Payment::id).toList();
    if (sales.isEmpty()) return;

    var id = draws.oneOf(sales);
    var name = "W" + wishes++;
    var whole = world.store().payment(id).orElseThrow().payment().terms().amount();
    var operation = draws.percent(50) ? world.freshId() : null;
    var wish = new Wish(id, name, amount(whole), operation);
    request(wish);
    if (draws.percent(15)) request(wish);
  }

  /** The operations of refunds that a gateway has said yes to. */
  List<Payment.Id> accepted() {
    return accepted;
  }

  private static boolean isRefundable(Payment payment) {
    return payment instanceof Sale && payment.state() instanceof Succeeded;
  }

  /** All that is left, or some of it, or too much. */
  private @Nullable Money amount(Money whole) {
    var amount = anyAmount(whole);
    var isRupiah = amount != null && amount.code().equals("IDR");
    return isRupiah ? Money.of(Math.max(100, amount.minor() / 100 * 100), "IDR") : amount;
  }

  private @Nullable Money anyAmount(Money whole) {
    return switch (draws.below(4)) {
      case 0 -> null;
      case 1 -> whole;
      case 2 -> Money.of(draws.between(1, whole.minor() + 1), whole.code());
      default -> Money.of(draws.between(1, Math.max(1, whole.minor() / 2)), whole.code());
    };
  }

  private void request(Wish wish) {
    client.ask(node -> ask(node, wish), answer -> accept(wish, answer));
  }

  private Future<Answer> ask(Node node, Wish wish) {
    var request = wish.request(world.freshId());
    return node.handle(News.of(wish.sale(), new RefundRequested(request)))
        .map(handled -> new Answer(request.operation(), handled));
  }

  private void accept(Wish wish, Answer answer) {
    if (!(answer.handled() instanceof Handled.Decided(var decision)) || decision instanceof Denied)
      return;

    var operation = answer.operation();
    accepted.add(new Payment.Id(wish.sale().project(), operation));
    var before = Optional.ofNullable(fixed.put(wish.name(), operation));
    var same = before.isEmpty() || before.get() == operation;
    world.auditor().expect(same, "I12 one wish, two refunds", wish);
  }
}
