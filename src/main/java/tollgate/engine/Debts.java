package tollgate.engine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tollgate.ledger.Account;
import tollgate.ledger.Posting;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;

/**
 * Commissions that companies bear and could not pay when they were due, and what they paid of them
 * since. That a person knows, and writes down once by a reference of their own.
 */
public interface Debts {

  /**
   * Whence it was paid. The number is what the book's owner stores and never changes its meaning.
   */
  enum Source {
    /** By other ways than ours: the company's bank transfer. */
    OUTSIDE(1),
    /** Out of the company's own balance. */
    BALANCE(2),
    /** Not at all: we do without it. */
    WAIVED(3);

    private final int number;

    Source(int number) {
      this.number = number;
    }

    public int number() {
      return number;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Source of(int number) {
      return Arrays.stream(values()).filter(it -> it.number == number).findFirst().orElseThrow();
    }

    public static Optional<Source> named(String word) {
      return Arrays.stream(values()).filter(source -> source.word().equals(word)).findFirst();
    }

    Account account(long project, Money amount) {
      return switch (this) {
        case OUTSIDE -> new Account.Outside(project, amount.currency());
        case BALANCE -> new Account.Merchant(project, amount.currency());
        case WAIVED -> new Account.Fees(project, amount.currency());
      };
    }
  }

  /**
   * A part of what a company owes, or all of it, that is owed no more.
   *
   * @param reference whoever writes it down names it so; the same again is the same
   * @param who wrote it down
   * @param why how they know
   */
  record Repayment(
      long project, String reference, Money amount, Source source, String who, String why) {

    /** As the book has it, under an operation of its own. */
    public Posting posting(long operation) {
      var owed = new Account.Owed(project, amount.currency());
      var cause = new Cause(operation, Kind.OWED_PAID);
      return new Posting(cause, source.account(project, amount), owed, amount);
    }

    /** Whoever repeats it, and in what words, it is about the same money. */
    public boolean isSame(Repayment other) {
      return amount.equals(other.amount) && source == other.source;
    }
  }

  /** One that is written down. */
  record Paid(Repayment repayment, long operation, Instant at) {}

  /** What became of a wish to write one down. */
  sealed interface Outcome {

    record Written(Paid paid) implements Outcome {}

    /** It was there already, the same. */
    record Known(Paid paid) implements Outcome {}

    /** Something else is written under its reference. */
    record Differs() implements Outcome {}

    /** So much is not owed. */
    record TooMuch() implements Outcome {}

    /** The company's balance does not hold it. */
    record BalanceShort() implements Outcome {}
  }

  /** What this company owes now, in each currency in which it ever did. */
  Future<List<Money>> owed(long project);

  /** The newest first. */
  Future<List<Paid>> paid(long project, int rowsMax);

  /** All of it in one commit, or nothing. */
  Future<Outcome> write(Repayment wish);
}
