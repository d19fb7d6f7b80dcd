package tollgate.engine;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tollgate.engine.Wallets.Wallet;
import tollgate.ledger.WalletNumber;

/** The customers' wallets, and the refused requests, of a {@link MemoryStore}. */
final class MemoryCustomers {

  private record Key(long project, String text) {}

  record Refused(String body, Instant at) {}

  private final Map<Key, Wallet> byCustomer = new LinkedHashMap<>();
  private final Map<Key, Wallet> byNumber = new LinkedHashMap<>();
  private final Map<Key, Refused> refused = new LinkedHashMap<>();

  Wallet open(long project, String customer, Instant at) {
    var key = new Key(project, customer);
    var open = byCustomer.get(key);
    if (open != null) return open;

    var wallet = new Wallet(project, WalletNumber.of(byCustomer.size() + 1L), customer, at);
    byCustomer.put(key, wallet);
    byNumber.put(new Key(project, wallet.number()), wallet);
    return wallet;
  }

  Optional<Wallet> withNumber(long project, String number) {
    return Optional.ofNullable(byNumber.get(new Key(project, number)));
  }

  Optional<Wallet> ofCustomer(long project, String customer) {
    return Optional.ofNullable(byCustomer.get(new Key(project, customer)));
  }

  void remember(long project, String requestId, Refused request) {
    refused.putIfAbsent(new Key(project, requestId), request);
  }

  Optional<Refused> refused(long project, String requestId) {
    return Optional.ofNullable(refused.get(new Key(project, requestId)));
  }
}
