package tollgate.payment;

import static java.util.Objects.requireNonNull;
import static tollgate.payment.Code.CUSTOMER_FUNDS_SHORT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;
import tollgate.payment.Decision.Funded;
import tollgate.payment.Decision.Proposal;
import tollgate.payment.Decision.Step;
import tollgate.payment.PaymentState.Declined;
import tollgate.payment.PaymentState.Succeeded;

/** What a sale that is paid writes into the book: who gets it, and the commission. */
record Booking(Sale sale) {

  Account clearing(Money paid) {
    return new Account.Clearing(project(), sale.terms().gateway(), paid.currency());
  }

  Account suspense(Money paid) {
    return new Account.Suspense(project(), paid.currency());
  }

  Account exchange(Money money) {
    return new Account.Exchange(project(), money.currency());
  }

  Posting posting(Kind kind, Account debit, Account credit, Money amount) {
    return new Posting(new Cause(sale.id().operation(), kind), debit, credit, amount);
  }

  /**
   * Adds what was paid to a step: from where it is to whom it is for, under this kind, and to our
   * fees what of it is the commission. What was charged in another currency goes into the exchange,
   * and out of it comes what it is worth. A commission that the company bears is taken from its
   * balance or, where that is short, written down as owed: the customer has paid and cannot be
   * refused for it.
   */
  Proposal paid(Step step, Account from, Kind kind) {
    var arrives = sale.terms().arrives();
    var postings = new ArrayList<>(step.postings());
    var source = from;
    if (sale.terms().deal().exchange() != null) {
      var charged = sale.terms().charged();
      postings.add(posting(Kind.CONVERT, from, exchange(charged), charged));
      source = exchange(arrives);
    }
    postings.add(posting(kind, source, sale.beneficiary(), arrives));
    var commission = sale.terms().deal().commission();
    if (commission == null) return with(step, postings, List.of());
    if (!commission.owed().isPositive()) return with(step, postings, List.of(fee(source)));

    return new Funded(
        with(step, postings, List.of(fee(new Account.Merchant(project(), arrives.currency())))),
        with(step, postings, List.of(fee(new Account.Owed(project(), arrives.currency())))));
  }

  /** From wallet to company inside our own book: nobody need be asked, but the money be there. */
  Funded spent(Instant at) {
    var amount = sale.terms().amount();
    var payer = requireNonNull(sale.terms().payer());
    var wallet = new Account.Wallet(project(), payer, amount.currency());
    var posting = posting(Kind.SALE, wallet, sale.beneficiary(), amount);
    return new Funded(
        with(sale.close(new Succeeded(), at), List.of(posting), List.of()),
        sale.close(new Declined(CUSTOMER_FUNDS_SHORT), at));
  }

  private Posting fee(Account from) {
    var fee = requireNonNull(sale.terms().deal().commission()).fee();
    return posting(Kind.FEE, from, new Account.Fees(project(), fee.currency()), fee);
  }

  private static Step with(Step step, List<Posting> postings, List<Posting> more) {
    var all = new ArrayList<>(postings);
    all.addAll(more);
    return new Step(step.payment(), all, step.effects());
  }

  private long project() {
    return sale.id().project();
  }
}
