package tollgate.simulation;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tollgate.ledger.Posting.Kind;
import tollgate.payment.Link;
import tollgate.payment.Payment;
import tollgate.payment.PaymentState;
import tollgate.payment.PaymentState.AwaitingCustomer;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Failed;
import tollgate.payment.PaymentState.Offered;
import tollgate.payment.PaymentState.PaidLate;
import tollgate.payment.PaymentState.Processing;
import tollgate.payment.PaymentState.Succeeded;
import tollgate.payment.PaymentState.WithProvider;
import tollgate.payment.Payout;
import tollgate.payment.Refund;
import tollgate.payment.Sale;
import tollgate.simulation.dialect.Dialects;

/** What happened in lives, counted: a walk that meets nothing proves nothing. */
final class Met {

  /** What some life must have met, or the proof is empty. */
  static final String[] ALL = {
    "link CANCELLED",
    "link AUTO_DECLINE",
    "sale of a link succeeded",
    "sale of a link AUTO_DECLINE",
    "sale of a link AMOUNT_ABOVE_LIMIT",
    "sale of a link paid late",
    "link chosen for twice",
    "link chosen for and taken back",
    "payout succeeded",
    "payout WRONG_ACCOUNT_DATA",
    "payout MERCHANT_BALANCE_SHORT",
    "payout AUTO_DECLINE",
    "payout asked past its limit",
    "refund succeeded",
    "refund in doubt",
    "refund PROVIDER_DECLINE",
    "reversal succeeded",
    "sale succeeded",
    "sale paid late",
    "sale AUTO_DECLINE",
    "spend succeeded",
    "spend CUSTOMER_FUNDS_SHORT",
    "success by gateway 1",
    "success by gateway 2",
    "success by gateway 3",
    "success by gateway 4",
    "success by gateway 5",
    "success by gateway 6",
    "success by gateway 7",
    "success by gateway 8",
    "success by gateway 9",
    "success by gateway 10",
    "success by gateway 11",
    "success by gateway 12",
    "refund by gateway 2",
    "refund by gateway 3",
    "refund by gateway 8",
    "refund by gateway 9",
    "refund by gateway 10",
    "refund by gateway 11",
    "refund by gateway 12",
    "posting LATE_SUCCESS",
    "posting REFUND",
    "posting LATE_CREDIT",
    "posting FEE",
    "posting CONVERT",
    "refund of late money",
    "posting RELEASE",
    "posting RESERVE",
    "posting SETTLE"
  };

  private final Map<String, Integer> counts = new TreeMap<>();

  void read(World world) {
    for (var stored : world.store().allPayments()) {
      var payment = stored.payment();
      add(kind(payment) + " " + words(payment.state()));
      readProvider(payment);
      readLink(world, payment);
      for (var refund : payment.refunds()) {
        if (payment.state() instanceof PaidLate) add("refund of late money");
        add(refund.kind().toString().toLowerCase(Locale.ROOT) + " " + words(refund.state()));
      }
    }
    for (var posting : world.store().postings()) {
      if (posting.cause().kind() != Kind.SALE) add("posting " + posting.cause().kind());
    }
    for (var commit : world.store().journal()) {
      var isLimitPast = !commit.at().isBefore(world.store().limitAt(commit.change().after().id()));
      var after = commit.change().after();
      if (isLimitPast && after instanceof Payout && after.isOpen())
        add("payout asked past its limit");
      if (after.refunds().stream().anyMatch(Refund::isInDoubt)) add("refund in doubt");
    }
  }

  private void readProvider(Payment payment) {
    if (!(payment instanceof Sale) || payment.terms().payer() != null) return;

    var dialect = Dialects.of(payment);
    var by = " by gateway " + dialect.gateway().number();
    if (payment.state() instanceof Succeeded) add("success" + by);
    if (payment.state() instanceof PaidLate) add("late" + by);
    if (!dialect.givesBack()) return;
    for (var refund : payment.refunds()) {
      if (refund.isDone()) add("refund" + by);
    }
  }

  private void readLink(World world, Payment payment) {
    if (payment.terms().details().invoice() == null) return;

    var links = world.merchants().links();
    var isChosen = !links.customers().chosen(payment.id()).isEmpty();
    if (payment instanceof Sale) add("sale of a link " + words(payment.state()));
    if (links.customers().chosen(payment.id()).size() > 1) add("link chosen for twice");
    if (isChosen && links.takenBack().contains(payment.id())) add("link chosen for and taken back");
  }

  Map<String, Integer> counts() {
    return counts;
  }

  private void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private static String kind(Payment payment) {
    return switch (payment) {
      case Payout _ -> "payout";
      case Link _ -> "link";
      case Sale _ when payment.terms().payer() != null -> "spend";
      case Sale _ -> "sale";
    };
  }

  private static String words(PaymentState state) {
    return switch (state) {
      case Succeeded _ -> "succeeded";
      case Declined declined -> declined.code().toString();
      case Failed _ -> "failed";
      case PaidLate _ -> "paid late";
      case Offered _, Processing _, AwaitingCustomer _, WithProvider _ -> "open";
    };
  }
}
