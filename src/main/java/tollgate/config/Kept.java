package tollgate.config;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration is kept. All of it has one version; whoever saves names the version that
 * the change was made for, so what is saved was checked against exactly what it meets.
 */
public interface Kept {

  Future<Long> version();

  /** Everything, of one moment. */
  Future<State> load();

  /** What was done last, the newest first; before a version, or before none. */
  Future<List<Logged>> log(long before, int most);

  /** All or nothing; false, and nothing changed, when the version is another by now. */
  Future<Boolean> save(Change change);

  /** As it lies in the database. */
  record State(long version, List<Row> rows, List<Sealed> secrets) {}

  /** A thing without its secrets; {@code body} is JSON. */
  record Row(Key key, String centre, String body, long version) {}

  /** A secret of a gateway, a project or a Data API token; the text is an envelope. */
  record Sealed(Key key, String name, String text) {}

  /** An entry of the log as it is kept; part counts those of one version. */
  record Logged(long version, int part, Instant at, Entry entry) {}

  /**
   * What is saved together.
   *
   * @param since the version it was made for; afterwards it is one more
   * @param rows new or changed
   * @param removed activations and Data API tokens alone
   * @param resealed whose secrets are replaced by those in {@code secrets}, or removed
   * @param log for the append-only record of changes
   */
  record Change(
      long since,
      List<Row> rows,
      List<Key> removed,
      List<Key> resealed,
      List<Sealed> secrets,
      List<Entry> log) {}

  /**
   * Who did what; the bodies with marks in the place of secrets.
   *
   * @param key absent when it was done to the whole
   */
  record Entry(String who, String what, @Nullable Key key, String before, String after) {}
}
