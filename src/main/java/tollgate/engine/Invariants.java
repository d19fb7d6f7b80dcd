package tollgate.engine;

import io.vertx.core.Future;
import java.util.List;

/**
 * The proof that no money is missing and no promise forgotten: the only judge, in tests and in
 * production alike.
 */
public interface Invariants {

  /** Ids that a finding names at most. */
  int IDS_MAX = 100;

  /** One finding an invariant, all of one moment. */
  Future<List<Finding>> check();

  /**
   * What was found of one invariant.
   *
   * @param id such as {@code I3}
   * @param rule what must hold, in a sentence
   * @param offending ids of what breaks it, at most {@link #IDS_MAX}; empty when it holds
   */
  record Finding(String id, String rule, List<String> offending) {

    public Finding {
      offending = List.copyOf(offending);
    }

    public boolean holds() {
      return offending.isEmpty();
    }
  }
}
