package tollgate.engine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tollgate.money.Money;

/** The customers' wallets: numbers, balances and histories. Money moves only by the engine. */
public interface Wallets {

  /** Opens the customer's wallet, or finds it open already. */
  Future<Wallet> open(long project, String customer);

  Future<Optional<Wallet>> find(long project, String number);

  /** The wallet of a customer by the merchant's id for them. */
  Future<Optional<Wallet>> findByCustomer(long project, String customer);

  /** Balances in every currency that ever moved, by currency code. */
  Future<List<Money>> balances(long project, String number);

  /** Newest first, entries with an id below {@code before}, at most {@code rowsMax}. */
  Future<List<Entry>> history(Page page);

  /** The entry of one payment, by the merchant's payment id. */
  Future<Optional<Entry>> receipt(long project, String number, String paymentId);

  /** A wallet as it is known. */
  record Wallet(long project, String number, String customer, Instant openedAt) {}

  /**
   * Which part of a history is asked for; {@code before} is {@link Long#MAX_VALUE} for the newest.
   */
  record Page(long project, String number, String currency, long before, int rowsMax) {}

  /**
   * One side of a posting as the wallet's owner sees it.
   *
   * @param id counts the wallet's entries in this currency from 1, without a gap
   * @param amount positive for a credit, negative for a debit
   * @param paymentId the merchant's id of the payment it came from
   * @param operation our id of the operation it came from
   */
  record Entry(
      long id,
      Money amount,
      Money balanceAfter,
      String paymentId,
      long operation,
      String method,
      Instant at) {}
}
