package tollgate.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tollgate.engine.Invariants;
import tollgate.store.Heads.Drift;

/**
 * The accounts that this node has found wrong and not yet right again, between one round of the
 * audit and the next; gauges read them. Safe from any thread.
 */
final class Drifts {

  private final Map<String, Drift> wrong = new LinkedHashMap<>();
  private final Set<String> currencies = new HashSet<>();
  private long duplicates;

  /** Currencies of balances that were looked at: a gauge shows 0 where nothing is wrong. */
  synchronized void seen(Set<String> more) {
    currencies.addAll(more);
  }

  synchronized void found(List<Drift> drifts) {
    for (var drift : drifts) {
      if (wrong.size() < Invariants.IDS_MAX) wrong.put(drift.id(), drift);
    }
  }

  /** All others that were known are right again. */
  synchronized void stillAre(List<Drift> drifts) {
    wrong.clear();
    found(drifts);
  }

  synchronized void keepDuplicates(long count) {
    duplicates = count;
  }

  synchronized List<Drift> known() {
    return List.copyOf(wrong.values());
  }

  synchronized long duplicates() {
    return duplicates;
  }

  synchronized long belowFloor() {
    return wrong.values().stream().filter(drift -> drift.amount() < 0).count();
  }

  synchronized long drifting() {
    return wrong.values().stream()
        .filter(drift -> drift.difference() != 0 || !drift.counted())
        .count();
  }

  /** What is stored less what the entries say, by currency. */
  synchronized Map<String, Long> imbalance() {
    var sums = new HashMap<String, Long>();
    for (var currency : currencies) sums.put(currency, 0L);
    for (var drift : wrong.values()) {
      if (drift.difference() != 0) sums.merge(drift.currency(), drift.difference(), Long::sum);
    }
    return sums;
  }
}
