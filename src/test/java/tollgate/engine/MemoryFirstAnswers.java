package tollgate.engine;

import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tollgate.engine.FirstAnswers.Claim.Kept;
import tollgate.engine.FirstAnswers.Claim.OtherRequest;
import tollgate.engine.FirstAnswers.Claim.Running;
import tollgate.engine.FirstAnswers.Claim.Yours;

/** The first answers of a {@link MemoryStore}. */
final class MemoryFirstAnswers implements FirstAnswers {

  static final Duration KEEP_FOR = Duration.ofHours(24);
  static final Duration LEASE = Duration.ofSeconds(30);

  record Row(
      String fingerprint, Yours claim, Instant leaseUntil, Instant at, @Nullable Answer answer) {}

  private final MemoryTables tables;
  private final Map<Key, Row> rows = new HashMap<>();

  MemoryFirstAnswers(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Future<Claim> claim(Asked asked) {
    return tables.commit(() -> {
      var row = rows.get(asked.key());
      if (row == null || !row.at().plus(KEEP_FOR).isAfter(tables.now())) return added(asked);

      return row.fingerprint().equals(asked.fingerprint()) ? again(asked, row) : other(asked, row);
    });
  }

  private Claim added(Asked asked) {
    return held(asked, new Yours(asked.key(), asked.operation(), asked.operation()), tables.now());
  }

  private Claim again(Asked asked, Row row) {
    if (row.answer() != null) return new Kept(row.answer());
    if (row.leaseUntil().isAfter(tables.now())) return new Running();

    var claim = new Yours(asked.key(), row.claim().operation(), asked.operation());
    return held(asked, claim, row.at());
  }

  private Claim other(Asked asked, Row row) {
    return row.answer() != null && row.answer().isRefusal() ? added(asked) : new OtherRequest();
  }

  private Claim held(Asked asked, Yours claim, Instant at) {
    var lease = tables.now().plus(LEASE);
    rows.put(asked.key(), new Row(asked.fingerprint(), claim, lease, at, null));
    return claim;
  }

  @Override
  public Future<Answer> keep(Yours claim, Answer answer) {
    return tables.commit(() -> {
      var row = rows.get(claim.key());
      if (row == null || row.claim().operation() != claim.operation()) return answer;
      if (row.answer() != null) return row.answer();

      var kept = new Row(row.fingerprint(), row.claim(), row.leaseUntil(), row.at(), answer);
      rows.put(claim.key(), kept);
      return answer;
    });
  }

  @Override
  public Future<Void> release(Yours claim) {
    return tables.commit(() -> {
      var row = rows.get(claim.key());
      if (row == null || row.answer() != null || !row.claim().equals(claim)) return null;

      var over = new Row(row.fingerprint(), claim, tables.now(), row.at(), null);
      rows.put(claim.key(), over);
      return null;
    });
  }
}
