package tollgate.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Batcher;
import tollgate.engine.Callers;
import tollgate.engine.FirstAnswers;
import tollgate.engine.FirstAnswers.Claim.Kept;
import tollgate.engine.FirstAnswers.Claim.OtherRequest;
import tollgate.engine.FirstAnswers.Claim.Running;
import tollgate.engine.FirstAnswers.Claim.Yours;
import tollgate.engine.Unavailable;

/**
 * First answers in PostgreSQL. All requests that ask while a statement is in flight are the next
 * statement. How the rows are laid out is told in the migration, how they go in {@link AnswerDays}.
 */
final class PgFirstAnswers implements FirstAnswers {

  private static final String FORGET =
      """
      delete from first_answer
       where project_id = $1
         and key = $2
         and operation_id = $3
         and status between 400 and 499
      """;

  /** Rows are touched in one order, so that two nodes' batches do not wait for each other. */
  static final Comparator<Key> BY_KEY =
      Comparator.comparingLong(Key::project).thenComparing(Key::text);

  private record Asking(Asked asked, Promise<Claim> promise) {

    boolean isRepeatedBy(Asking other) {
      return asked.fingerprint().equals(other.asked.fingerprint());
    }

    void behind(AsyncResult<Claim> first) {
      if (first.failed()) promise.tryFail(first.cause());
      else promise.tryComplete(first.result() instanceof Yours ? new Running() : first.result());
    }
  }

  private final Statements statements;
  private final DatabaseOptions.FirstAnswers options;
  private final Duration straddle;
  private final Batcher<Asking> claims;
  private final SettleAnswers settlements;

  /**
   * {@code straddle}: how long before and after midnight a row is written into both days; longer
   * than any statement may take.
   */
  PgFirstAnswers(
      Pool pool,
      DatabaseOptions.FirstAnswers options,
      Duration straddle,
      PgStores.Batches batches) {
    statements = new Statements(pool);
    this.options = options;
    this.straddle = straddle;
    claims = new Batcher<>(batches.rowsMax(), batches.queueMax(), this::claimAll);
    settlements = new SettleAnswers(pool, batches);
  }

  @Override
  public Future<Claim> claim(Asked asked) {
    var promise = Promise.<Claim>promise();
    offer(new Asking(asked, promise));
    return Callers.context(promise);
  }

  private void offer(Asking asking) {
    if (!claims.offer(asking)) asking.promise().tryFail(new Unavailable("too many keys"));
  }

  /** Of those with one key the first asks; its repeats hear what it hears, others ask after it. */
  private Future<?> claimAll(List<Asking> all) {
    var firsts = new TreeMap<Key, Asking>(BY_KEY);
    var others = new ArrayList<Asking>(0);
    for (var each : all) {
      var first = firsts.putIfAbsent(each.asked().key(), each);
      if (first == null) continue;
      if (first.isRepeatedBy(each)) first.promise().future().onComplete(each::behind);
      else others.add(each);
    }
    return ask(List.copyOf(firsts.values())).onComplete(_ -> others.forEach(each -> offer(each)));
  }

  /**
   * A key that two nodes add in two days at once breaks the statement; then one of them is found.
   */
  private Future<?> ask(List<Asking> asking) {
    return statements
        .execute(ClaimAnswers.SQL, parameters(asking))
        .recover(failure ->
            failure instanceof Unavailable
                ? Future.failedFuture(failure)
                : statements.execute(ClaimAnswers.SQL, parameters(asking)))
        .onSuccess(rows -> answer(asking, rows))
        .onFailure(failure -> asking.forEach(each -> each.promise().tryFail(failure)))
        .otherwiseEmpty();
  }

  private Tuple parameters(List<Asking> asking) {
    return ClaimAnswers.parameters(asking.stream().map(Asking::asked).toList(), options, straddle);
  }

  private void answer(List<Asking> asking, RowSet<Row> rows) {
    var found = new HashMap<Key, Row>();
    for (var row : rows) found.putIfAbsent(key(row), row);
    for (var each : asking) {
      var row = found.get(each.asked().key());
      if (row == null) each.promise().complete(new Running());
      else answer(each, row);
    }
  }

  private void answer(Asking asking, Row row) {
    var asked = asking.asked();
    var operation = row.getLong("operation_id");
    var holder = row.getLong("holder");
    var answer = answer(row);
    var isSame = asked.fingerprint().equals(row.getString("fingerprint"));
    if (!isSame && answer != null && answer.isRefusal()) {
      forget(asking, operation);
      return;
    }
    asking
        .promise()
        .complete(claim(asked, isSame, answer, new Yours(asked.key(), operation, holder)));
  }

  private static Claim claim(Asked asked, boolean isSame, @Nullable Answer answer, Yours held) {
    if (!isSame) return new OtherRequest();
    if (answer != null) return new Kept(answer);

    return held.holder() == asked.operation() ? held : new Running();
  }

  /** Then it asks again, as if the key were new. */
  private void forget(Asking asking, long operation) {
    var key = asking.asked().key();
    statements
        .execute(FORGET, Tuple.of(key.project(), key.text(), operation))
        .onSuccess(_ -> offer(asking))
        .onFailure(asking.promise()::tryFail);
  }

  @Override
  public Future<Answer> keep(Yours claim, Answer answer) {
    return settlements.keep(claim, answer);
  }

  @Override
  public Future<Void> release(Yours claim) {
    return settlements.release(claim);
  }

  static Key key(Row row) {
    return new Key(row.getLong("project_id"), row.getString("key"));
  }

  static @Nullable Answer answer(Row row) {
    var status = row.getInteger("status");
    return status == null ? null : new Answer(status, row.getString("body"));
  }
}
