package tollgate.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tollgate.engine.Invariants;
import tollgate.engine.Invariants.Finding;

/** What one proof has found so far, by invariant. */
final class Findings {

  private final Map<Invariant, Set<String>> offending = new EnumMap<>(Invariant.class);

  /** Beyond {@link Invariants#IDS_MAX} nobody reads on. */
  void add(Invariant invariant, String id) {
    var ids = offending.computeIfAbsent(invariant, _ -> new LinkedHashSet<>());
    if (ids.size() < Invariants.IDS_MAX) ids.add(id);
  }

  void addAll(Findings more) {
    more.offending.forEach((invariant, ids) -> ids.forEach(id -> add(invariant, id)));
  }

  boolean isEmpty() {
    return offending.isEmpty();
  }

  /** Credits of a provider's payment beyond the first, as far as they are named. */
  long duplicates() {
    return of(Invariant.I5).stream().filter(id -> id.startsWith("gateway ")).count();
  }

  /** One an invariant, in their order. */
  List<Finding> all() {
    return Arrays.stream(Invariant.values())
        .map(invariant -> new Finding(invariant.name(), invariant.rule(), of(invariant)))
        .toList();
  }

  private List<String> of(Invariant invariant) {
    return new ArrayList<>(offending.getOrDefault(invariant, Set.of()));
  }
}
