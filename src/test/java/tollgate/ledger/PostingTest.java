package tollgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tollgate.ledger.Account.Clearing;
import tollgate.ledger.Account.Merchant;
import tollgate.ledger.Account.Suspense;
import tollgate.ledger.Account.Wallet;
import tollgate.ledger.Posting.Cause;
import tollgate.ledger.Posting.Kind;
import tollgate.money.Money;

class PostingTest {

  private static final Cause CAUSE = new Cause(1, Kind.SALE);

  @ParameterizedTest(name = "{1} to {2}, {0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # amount  | debit            | credit           | wrong with it
          100 MYR   | 210 clearing MYR | 210 wallet MYR   |
          1 MYR     | 210 clearing MYR | 210 merchant MYR |
          1 MYR     | 210 clearing MYR | 210 suspense MYR |
          0 MYR     | 210 clearing MYR | 210 wallet MYR   | not positive
          -1 MYR    | 210 clearing MYR | 210 wallet MYR   | not positive
          1 MYR     | 210 wallet MYR   | 210 wallet MYR   | same account
          1 MYR     | 210 clearing IDR | 210 wallet MYR   | mixed currencies
          1 MYR     | 210 clearing MYR | 210 wallet IDR   | mixed currencies
          1 IDR     | 210 clearing MYR | 210 wallet MYR   | mixed currencies
          1 MYR     | 210 clearing MYR | 211 wallet MYR   | two projects
          """)
  void whatMayMove(String amount, String debit, String credit, String wrong) {
    if (wrong == null) {
      assertThat(posting(amount, debit, credit).cause()).isEqualTo(CAUSE);
      return;
    }
    assertThatThrownBy(() -> posting(amount, debit, credit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(wrong);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          210 wallet MYR   | wallet:000000000018 | true
          210 merchant MYR | merchant            | true
          210 clearing MYR | clearing:7          | false
          210 suspense MYR | suspense            | false
          """)
  void addressesAndBalances(String text, String address, boolean keepsBalance) {
    var account = account(text);

    assertThat(account.address()).isEqualTo(address);
    assertThat(account.keepsBalance()).isEqualTo(keepsBalance);
    assertThat(account.project()).isEqualTo(210);
  }

  /** The book stores the numbers: they may be added to and never changed. */
  @Test
  void kindsKeepTheirNumbers() {
    assertThat(Arrays.stream(Kind.values()).map(kind -> kind + " " + kind.number()))
        .containsExactly(
            "SALE 1",
            "LATE_SUCCESS 2",
            "RESERVE 3",
            "SETTLE 4",
            "RELEASE 5",
            "REFUND 6",
            "LATE_CREDIT 7",
            "FEE 8",
            "CONVERT 9",
            "OWED_PAID 10");
  }

  private static Posting posting(String amount, String debit, String credit) {
    var words = amount.split(" ", 2);
    var money = Money.of(Long.parseLong(words[0]), words[1]);
    return new Posting(CAUSE, account(debit), account(credit), money);
  }

  private static Account account(String text) {
    var words = text.split(" ", 3);
    var project = Long.parseLong(words[0]);
    var currency = Currency.getInstance(words[2]);
    return switch (words[1]) {
      case "wallet" -> new Wallet(project, "000000000018", currency);
      case "merchant" -> new Merchant(project, currency);
      case "clearing" -> new Clearing(project, 7, currency);
      case "suspense" -> new Suspense(project, currency);
      default -> throw new IllegalArgumentException(text);
    };
  }
}
