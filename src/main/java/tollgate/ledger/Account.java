package tollgate.ledger;

import java.util.Currency;

/**
 * Where money can be; the ledger knows no other places. An account belongs to one project and one
 * currency. Only what must not go below zero keeps a stored balance, the rest are sums over
 * postings: a balance row that every commit updates would be a queue in front of the database.
 */
public sealed interface Account {

  long project();

  Currency currency();

  /** The address under which the book keeps it, unique within project and currency. */
  String address();

  /** Whether a balance is stored beside the postings, and kept at zero or above. */
  default boolean keepsBalance() {
    return false;
  }

  /** What we owe a customer. {@code number} is the wallet's number. */
  record Wallet(long project, String number, Currency currency) implements Account {
    @Override
    public String address() {
      return WALLET_PREFIX + number;
    }

    @Override
    public boolean keepsBalance() {
      return true;
    }
  }

  /** What we owe the company; payouts are paid from it. */
  record Merchant(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return MERCHANT;
    }

    @Override
    public boolean keepsBalance() {
      return true;
    }
  }

  /** What the provider behind a gateway owes us. */
  record Clearing(long project, long gateway, Currency currency) implements Account {
    @Override
    public String address() {
      return "clearing:" + gateway;
    }
  }

  /** Money that came too late or too much, until a person or the project's policy decides. */
  record Suspense(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return "suspense";
    }
  }

  /** What payouts and refunds in flight have set aside. */
  record Reserved(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return "reserved";
    }
  }

  /** What we have earned: the commissions. */
  record Fees(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return FEES;
    }
  }

  /** Both legs of conversions: what came in one currency and went on in another. */
  record Exchange(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return "exchange";
    }
  }

  /** Commissions that the company bears and could not pay yet, for its balance was short. */
  record Owed(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return "owed";
    }
  }

  /** What reached us by other ways than a provider: a company's bank transfer. */
  record Outside(long project, Currency currency) implements Account {
    @Override
    public String address() {
      return "outside";
    }
  }

  String MERCHANT = "merchant";

  String FEES = "fees";

  String WALLET_PREFIX = "wallet:";
}
