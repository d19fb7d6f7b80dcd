package tollgate.engine;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The proof that no money is missing and no promise forgotten: the only judge, in tests and in
 * production alike.
 */
public interface Invariants {

  /** Ids that a finding names at most. */
  int IDS_MAX = 100;

  /**
   * One round: what is new, what was broken, and by turns a part of what is old. Its cost does not
   * grow with history.
   */
  Future<Report> check();

  /** All there is, in the same small pieces; takes as long as there is history. */
  Future<Report> whole();

  /**
   * What a proof says.
   *
   * @param findings one an invariant
   */
  record Report(List<Finding> findings, Proven proven) {

    public Report {
      findings = List.copyOf(findings);
    }
  }

  /**
   * How far the proof has come, over all rounds and all nodes.
   *
   * @param operationsBelow ids that may exist
   * @param pages in so many pages
   * @param unread of which so many were never read
   * @param since every page that was read was read then or later; absent before the first
   * @param wholeAt when the last proof of all ended; absent before the first
   */
  record Proven(
      long operationsBelow,
      long pages,
      long unread,
      @Nullable Instant since,
      @Nullable Instant wholeAt) {}

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
