package tollgate.engine;

import tollgate.ledger.Account;
import tollgate.money.Money;

class MemoryRegisterTest extends RegisterContract {

  private final MemoryUnderTest memory = new MemoryUnderTest();

  @Override
  protected StoreUnderTest store() {
    return memory;
  }

  @Override
  protected long balance(Account account) {
    return memory.kept().balances().getOrDefault(account, Money.zero(account.currency())).minor();
  }
}
