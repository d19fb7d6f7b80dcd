package tollgate.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the calls of payments that have faults, so that a fault can end after so many of them. */
public final class Strikes {

  private static final int KEYS_MAX = 10_000;

  private final Map<String, Integer> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > KEYS_MAX;
        }
      };

  /** Counts one call more and says how many there were. */
  public synchronized int next(String key) {
    return counts.merge(key, 1, Integer::sum);
  }
}
