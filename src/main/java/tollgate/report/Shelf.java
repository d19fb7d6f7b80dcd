package tollgate.report;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tollgate.data.Rhythm.Period;
import tollgate.data.Scope;
import tollgate.report.Report.Wish;

/**
 * Where reports and their files are kept. Who makes a file holds it by a lease and writes it part
 * by part; whoever lost the lease writes nothing any more, and whoever takes it up goes on behind
 * the last part that was kept. So each file is made once, whoever dies.
 */
public interface Shelf {

  /** The time by which everything is due: the database's. */
  Future<Instant> now();

  /** A report whose files come by themselves, the first of them at this time. */
  Future<Report> add(String centre, Wish wish, Instant firstAt);

  /** A report of one file, which is to be made now. */
  Future<Report> addOnce(String centre, Wish wish, Period period);

  /** The newest first. */
  Future<List<Report>> list(String centre, int rowsMax);

  Future<Optional<Report>> find(String centre, long id);

  /** No more files by themselves; false when there were none to come. */
  Future<Boolean> stop(String centre, long id);

  /** The newest first. */
  Future<List<ReportFile>> files(long report, int rowsMax);

  Future<Optional<ReportFile>> file(long report, int number);

  /** Counted from 1; empty when it has been thrown away. */
  Future<Optional<Buffer>> part(long report, int number, int part);

  /** Reports whose next file is due. */
  Future<List<Report>> due(int rowsMax);

  /** The file that is due is to be made, and the next is due then; false when it is already. */
  Future<Boolean> begin(Report due, Period period, Instant nextAt);

  /** Some file that nobody is making, now ours for so long. */
  Future<Optional<Job>> claim(Duration lease);

  /** False: it is no longer ours, and nothing was written. */
  Future<Boolean> put(Job job, Part part, Kept kept);

  /** Nobody will try again. */
  Future<Void> giveUp(Job job, Duration keepFor);

  /** Throws away what was kept long enough; how many files that were. */
  Future<Integer> sweep(int filesMax);

  /**
   * A file that is ours.
   *
   * @param attempt fences: who comes back with an old number changes nothing
   * @param parts that are kept
   * @param place behind which the next part begins
   */
  record Job(Report report, int number, Period period, int attempt, int parts, Scope.Place place) {

    Job next(Scope.Place reached) {
      return new Job(report, number, period, attempt, parts + 1, reached);
    }
  }

  /**
   * What is written at a time.
   *
   * @param rows operations in it
   * @param reached behind which the next begins; absent: this was the last
   */
  record Part(Buffer body, int rows, Scope.@Nullable Place reached) {}

  /** How long a file stays ours after a part, and how long it is kept after its last. */
  record Kept(Duration lease, Duration keepFor) {}
}
