package tollgate.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import tollgate.ledger.Posting.Kind;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;

/** What leaves: set aside whole, and then it waits, went out or came back; never more, or twice. */
final class Reserves {

  private final World world;
  private final Auditor auditor;
  private final Map<Payment.Id, Map<Kind, Long>> moved = new HashMap<>();

  Reserves(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
  }

  void audit() {
    moved.clear();
    for (var posting : world.store().postings()) {
      var id = new Payment.Id(posting.debit().project(), posting.cause().operation());
      moved
          .computeIfAbsent(id, _ -> new HashMap<>(2))
          .merge(posting.cause().kind(), posting.amount().minor(), Long::sum);
    }
    for (var stored : world.store().allPayments()) {
      switch (stored.payment()) {
        case Payout payout -> audit(payout);
        case Sale sale -> audit(sale);
        case Link link -> auditor.expect(moved(link.id()).isEmpty(), "I5 a link moved money", link);
      }
    }
  }

  private void audit(Payout payout) {
    var commission = payout.terms().deal().commission();
    var fee = commission == null ? 0 : commission.fee().minor();
    var went = payout.terms().arrives().minor();
    var aside = went + fee;
    var expected =
        switch (payout.state()) {
          case Processing _, WithProvider _ -> Map.of(Kind.RESERVE, aside);
          case Succeeded _ when fee == 0 -> Map.of(Kind.RESERVE, aside, Kind.SETTLE, went);
          case Succeeded _ -> Map.of(Kind.RESERVE, aside, Kind.SETTLE, went, Kind.FEE, fee);
          case Declined _, Failed _ -> Map.of(Kind.RESERVE, aside, Kind.RELEASE, aside);
        };
    var was = moved(payout.id());
    var unfunded = payout.state() instanceof Declined && was.isEmpty();
    auditor.expect(unfunded || was.equals(expected), "I13 reserved, paid, returned", payout);
  }

  private void audit(Sale sale) {
    long back = 0;
    var wishes = new HashSet<String>();
    for (var refund : sale.refunds()) {
      var id = new Payment.Id(sale.id().project(), refund.operation());
      var holds = moved(id).equals(expected(sale, refund));
      auditor.expect(holds, "I13 reserved, paid, returned", refund);
      var isNew = wishes.add(refund.wish().requestId());
      auditor.expect(isNew, "I12 one wish, two refunds", sale);
      if (!(refund.state() instanceof Declined)) back += refund.amount().minor();
    }
    auditor.expect(back <= whole(sale), "I13 given back above the sale", sale);
  }

  /** The most that may go back: what came, and to a wallet no more than it got. */
  private static long whole(Sale sale) {
    return switch (sale.state()) {
      case Succeeded _ when sale.terms().wallet() == null -> sale.terms().amount().minor();
      case Succeeded _ -> sale.terms().arrives().minor();
      case PaidLate late when !late.credited() -> late.paid().minor();
      case PaidLate _, Declined _, Failed _, PaymentState.Open _ -> 0;
    };
  }

  private static Map<Kind, Long> expected(Sale sale, Refund refund) {
    var amount = refund.amount().minor();
    if (sale.terms().payer() != null) return Map.of(Kind.REFUND, amount);

    return switch (refund.state()) {
      case Processing _ -> Map.of(Kind.RESERVE, amount);
      case Succeeded _ when refund.charged().equals(refund.amount()) ->
          Map.of(Kind.RESERVE, amount, Kind.SETTLE, amount);
      case Succeeded _ ->
          Map.of(Kind.RESERVE, amount, Kind.SETTLE, amount, Kind.CONVERT, refund.charged().minor());
      case Declined _ -> Map.of(Kind.RESERVE, amount, Kind.RELEASE, amount);
    };
  }

  private Map<Kind, Long> moved(Payment.Id operation) {
    return moved.getOrDefault(operation, Map.of());
  }
}
