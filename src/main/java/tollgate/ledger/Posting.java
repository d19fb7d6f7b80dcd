package tollgate.ledger;

import tollgate.money.Money;

/**
 * Money moving from the debit account to the credit account: one amount for both sides, so no book
 * can be out of balance. Its cause moves money once.
 */
public record Posting(Cause cause, Account debit, Account credit, Money amount) {

  /** Why money moved: an operation and the kind of movement. The pair is unique in the book. */
  public record Cause(long operation, Kind kind) {}

  /** The kinds of movement. The number is what the book stores and never changes its meaning. */
  public enum Kind {
    SALE(1),
    /** To suspense: the provider took it after we had declined. */
    LATE_SUCCESS(2),
    /** Set aside for a payout or a refund until the provider's word. */
    RESERVE(3),
    /** What was reserved went out through the provider. */
    SETTLE(4),
    /** What was reserved came back, for the provider did not take it. */
    RELEASE(5),
    /** Given back inside the book, no provider being concerned. */
    REFUND(6),
    /** From suspense to whom it was for, as if it had come in time. */
    LATE_CREDIT(7),
    /** The commission, from wherever the money of whoever bears it is. */
    FEE(8),
    /** The leg of a conversion that is in the currency charged. */
    CONVERT(9),
    /** What a company owed us, and owes no more. */
    OWED_PAID(10);

    private final int number;

    Kind(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }
  }

  public Posting {
    if (!amount.isPositive()) throw new IllegalArgumentException("not positive: " + amount);
    if (debit.equals(credit)) throw new IllegalArgumentException("same account: " + debit);
    if (!matches(debit, amount) || !matches(credit, amount)) {
      throw new IllegalArgumentException("mixed currencies: " + debit + ", " + credit);
    }
    if (debit.project() != credit.project()) {
      throw new IllegalArgumentException("two projects: " + debit + ", " + credit);
    }
  }

  private static boolean matches(Account account, Money amount) {
    return account.currency().equals(amount.currency());
  }
}
