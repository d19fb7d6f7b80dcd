package tollgate.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Change;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
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

/** The money that must move in a commit, told from what was and what is alone. */
final class Moves {

  private final World world;
  private final Auditor auditor;

  Moves(World world, Auditor auditor) {
    this.world = world;
    this.auditor = auditor;
  }

  void audit(@Nullable Payment before, Change change) {
    var own = new ArrayList<String>();
    var back = new ArrayList<String>();
    for (var posting : change.postings()) {
      var isOwn = posting.cause().operation() == change.after().id().operation();
      (isOwn ? own : back).add(words(posting));
    }
    switch (change.after()) {
      case Sale sale -> {
        auditor.expect(own.equals(ofSale(before, sale)), "I5 credited otherwise", change);
        // Of two refunds in one commit either may be the first.
        var expected = ofRefunds(before, sale).stream().sorted().toList();
        var isSo = back.stream().sorted().toList().equals(expected);
        auditor.expect(isSo, "I13 refunded otherwise", change);
      }
      case Payout payout -> {
        auditor.expect(own.equals(ofPayout(before, payout)), "I13 paid out otherwise", change);
        auditor.expect(back.isEmpty(), "I13 paid out otherwise", change);
      }
      case Link _ ->
          auditor.expect(own.isEmpty() && back.isEmpty(), "I5 credited otherwise", change);
    }
    wasTaken(change);
    for (var posting : change.postings()) agreesWithProvider(change.after(), posting);
  }

  /** Nothing enters or leaves the book that did not at the provider, or was said to. */
  private void agreesWithProvider(Payment payment, Posting posting) {
    var id = new Payment.Id(payment.id().project(), posting.cause().operation());
    var provider = world.provider();
    var isPayout = payment instanceof Payout;
    switch (posting.cause().kind()) {
      case SETTLE -> {
        var spent = isPayout ? provider.payouts().isSpent(id) : provider.refunds().isSpent(id);
        auditor.expect(spent, "I14 never went out", posting);
      }
      case RELEASE -> {
        var free = isPayout ? provider.payouts().isFree(id) : provider.refunds().isFree(id);
        auditor.expect(free, "I13 returned on a guess", posting);
      }
      case SALE, LATE_SUCCESS, LATE_CREDIT, RESERVE, REFUND, FEE, CONVERT, OWED_PAID -> {}
    }
  }

  /** All that a commit takes from the provider is what the provider took. */
  private void wasTaken(Change change) {
    var taken =
        change.postings().stream()
            .filter(posting -> posting.debit() instanceof Account.Clearing)
            .map(Posting::amount)
            .reduce(Money::plus);
    var isTrue = taken.isEmpty() || world.provider().took(change.after().id(), taken.get());
    auditor.expect(isTrue, "I14 never taken", change);
  }

  /** A credit belongs to the commit that makes the payment succeed, and to no other. */
  private static List<String> ofSale(@Nullable Payment before, Sale sale) {
    var was = before == null ? null : before.state();
    return switch (sale.state()) {
      case Succeeded s when !s.equals(was) -> credit(sale, payer(sale), Kind.SALE);
      case PaidLate late when !late.equals(was) -> late(sale, late, was instanceof PaidLate);
      case Succeeded _, PaidLate _, Declined _, Failed _ -> List.of();
      case PaymentState.Open _ -> List.of();
    };
  }

  private static List<String> late(Sale sale, PaidLate late, boolean isBooked) {
    var all = new ArrayList<String>();
    var suspense = new Account.Suspense(sale.id().project(), late.paid().currency());
    var from = clearing(sale, late.paid());
    if (!isBooked) all.add(words(Kind.LATE_SUCCESS, from, suspense, late.paid()));
    if (late.credited()) all.addAll(credit(sale, suspense, Kind.LATE_CREDIT));
    return all;
  }

  /** Converted where it was charged so; the commission is earned with it and by no other commit. */
  private static List<String> credit(Sale sale, Account from, Kind kind) {
    var all = new ArrayList<String>();
    var deal = sale.terms().deal();
    var arrives = sale.terms().arrives();
    var charged = sale.terms().charged();
    var isConverted = deal.exchange() != null;
    if (isConverted) all.add(words(Kind.CONVERT, from, exchange(sale, charged), charged));
    var source = isConverted ? exchange(sale, arrives) : from;
    all.add(words(kind, source, sale.beneficiary(), arrives));
    if (deal.commission() != null) all.add(fee(sale, deal.commission().fee()));
    return all;
  }

  /** Where it comes from depends on what the company has. */
  private static String fee(Payment payment, Money fee) {
    return Kind.FEE + " " + new Account.Fees(payment.id().project(), fee.currency()) + " " + fee;
  }

  private static List<String> ofPayout(@Nullable Payment before, Payout payout) {
    var commission = payout.terms().deal().commission();
    var went = payout.terms().arrives();
    var aside = commission == null ? went : went.plus(commission.fee());
    if (before == null) {
      return payout.isOpen()
          ? List.of(words(Kind.RESERVE, merchant(payout), reserved(payout), aside))
          : List.of();
    }
    if (!before.isOpen()) return List.of();

    var settled = words(Kind.SETTLE, reserved(payout), clearing(payout, went), went);

    return switch (payout.state()) {
      case Processing _, WithProvider _ -> List.of();
      case Succeeded _ when commission == null -> List.of(settled);
      case Succeeded _ -> List.of(settled, fee(payout, commission.fee()));
      case Declined _, Failed _ ->
          List.of(words(Kind.RELEASE, reserved(payout), merchant(payout), aside));
    };
  }

  private static List<String> ofRefunds(@Nullable Payment before, Sale sale) {
    var moves = new ArrayList<String>();
    for (var refund : sale.refunds()) {
      var was = before == null ? null : before.refund(refund.operation());
      if (was == null) begin(sale, refund, moves);
      if (was == null || was.isInFlight()) end(sale, refund, moves);
    }
    return moves;
  }

  private static void begin(Sale sale, Refund refund, List<String> moves) {
    var amount = refund.amount();
    moves.add(
        sale.terms().payer() == null
            ? words(Kind.RESERVE, holder(sale), reserved(sale, amount), amount)
            : words(Kind.REFUND, sale.beneficiary(), payer(sale), amount));
  }

  private static void end(Sale sale, Refund refund, List<String> moves) {
    if (sale.terms().payer() != null) return;

    var amount = refund.amount();
    var aside = reserved(sale, amount);
    switch (refund.state()) {
      case Processing _ -> {}
      case Succeeded _ -> moves.addAll(settled(sale, refund, aside));
      case Declined _ -> moves.add(words(Kind.RELEASE, aside, holder(sale), amount));
    }
  }

  private static List<String> settled(Sale sale, Refund refund, Account aside) {
    var amount = refund.amount();
    var charged = refund.charged();
    var clearing = clearing(sale, charged);
    if (charged.equals(amount)) return List.of(words(Kind.SETTLE, aside, clearing, amount));

    return List.of(
        words(Kind.SETTLE, aside, exchange(sale, amount), amount),
        words(Kind.CONVERT, exchange(sale, charged), clearing, charged));
  }

  /** Who has what may go back. */
  private static Account holder(Sale sale) {
    return sale.state() instanceof PaidLate late
        ? new Account.Suspense(sale.id().project(), late.paid().currency())
        : sale.beneficiary();
  }

  private static Account payer(Sale sale) {
    var number = sale.terms().payer();
    return number == null
        ? clearing(sale, sale.terms().charged())
        : new Account.Wallet(sale.id().project(), number, sale.terms().amount().currency());
  }

  private static Account clearing(Payment payment, Money money) {
    var project = payment.id().project();
    return new Account.Clearing(project, payment.terms().gateway(), money.currency());
  }

  private static Account exchange(Payment payment, Money money) {
    return new Account.Exchange(payment.id().project(), money.currency());
  }

  private static Account merchant(Payment payment) {
    return new Account.Merchant(payment.id().project(), payment.terms().amount().currency());
  }

  private static Account reserved(Payment payment) {
    return reserved(payment, payment.terms().amount());
  }

  private static Account reserved(Payment payment, Money money) {
    return new Account.Reserved(payment.id().project(), money.currency());
  }

  private static String words(Posting posting) {
    if (posting.cause().kind() == Kind.FEE) {
      return Kind.FEE + " " + posting.credit() + " " + posting.amount();
    }
    return words(posting.cause().kind(), posting.debit(), posting.credit(), posting.amount());
  }

  private static String words(Kind kind, Account debit, Account credit, Money amount) {
    return kind + " " + debit + " " + credit + " " + amount;
  }
}
