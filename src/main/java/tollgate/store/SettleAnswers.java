package tollgate.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tollgate.engine.Batcher;
import tollgate.engine.Callers;
import tollgate.engine.FirstAnswers;
import tollgate.engine.FirstAnswers.Answer;
import tollgate.engine.FirstAnswers.Claim.Yours;
import tollgate.engine.Unavailable;

/** What became of claimed keys. All that end while a statement is in flight are the next one. */
final class SettleAnswers {

  /** A status of null ends the lease and nothing else. */
  private static final String SETTLE =
      """
      update first_answer a
         set status = i.status,
             body = case when i.status is not null then i.body end,
             lease_until = case when i.status is null and a.holder = i.holder
                                then now() else a.lease_until end
        from (select *
                from unnest($1::int8[], $2::text[], $3::int8[], $4::int8[], $5::int2[], $6::text[])
               limit cardinality($1)) as i(project_id, key, operation_id, holder, status, body)
       where a.project_id = i.project_id
         and a.project_id = any($7)
         and a.key = i.key
         and a.operation_id = i.operation_id
         and a.status is null
      returning a.project_id, a.key
      """;

  private static final String FIND =
      """
      select status, body
        from first_answer
       where project_id = $1
         and key = $2
         and operation_id = $3
         and status is not null
       limit 1
      """;

  private record Settling(Yours claim, Answer answer, Promise<Answer> promise) {

    @Nullable Short status() {
      if (isRelease()) return null;

      return (short) answer.status();
    }

    boolean isRelease() {
      return answer.status() == NONE.status();
    }
  }

  /** Not an answer: the lease ends. */
  private static final Answer NONE = new Answer(0, "");

  private final Statements statements;
  private final Batcher<Settling> settlements;

  SettleAnswers(Pool pool, PgStores.Batches batches) {
    statements = new Statements(pool);
    settlements = new Batcher<>(batches.rowsMax(), batches.queueMax(), this::settleAll);
  }

  Future<Answer> keep(Yours claim, Answer answer) {
    var promise = Promise.<Answer>promise();
    offer(new Settling(claim, answer, promise));
    return Callers.context(promise);
  }

  Future<Void> release(Yours claim) {
    return keep(claim, NONE).mapEmpty();
  }

  private void offer(Settling settling) {
    if (settlements.offer(settling)) return;

    settling.promise().tryFail(new Unavailable("too many answers to keep"));
  }

  /** Two holders of one key, of which one was overdue, may end at once: one after the other. */
  private Future<?> settleAll(List<Settling> all) {
    var firsts = new TreeMap<FirstAnswers.Key, Settling>(PgFirstAnswers.BY_KEY);
    var others = new ArrayList<Settling>(0);
    for (var each : all) {
      if (firsts.putIfAbsent(each.claim().key(), each) != null) others.add(each);
    }
    return settle(List.copyOf(firsts.values()))
        .onComplete(_ -> others.forEach(each -> offer(each)));
  }

  private Future<?> settle(List<Settling> settling) {
    var columns = new Columns<>(settling);
    var parameters =
        Tuple.tuple()
            .addValue(columns.longs(it -> it.claim().key().project()))
            .addValue(columns.texts(it -> it.claim().key().text()))
            .addValue(columns.longs(it -> it.claim().operation()))
            .addValue(columns.longs(it -> it.claim().holder()))
            .addValue(settling.stream().map(Settling::status).toArray(Short[]::new))
            .addValue(columns.texts(it -> it.answer().body()))
            .addValue(columns.distinct(it -> it.claim().key().project()));
    return statements
        .execute(SETTLE, parameters)
        .onSuccess(rows -> settled(settling, rows))
        .onFailure(failure -> settling.forEach(each -> each.promise().tryFail(failure)))
        .otherwiseEmpty();
  }

  private void settled(List<Settling> settling, RowSet<Row> rows) {
    var kept = new HashSet<FirstAnswers.Key>();
    for (var row : rows) kept.add(PgFirstAnswers.key(row));
    for (var each : settling) {
      if (each.isRelease() || kept.contains(each.claim().key())) {
        each.promise().complete(each.answer());
      } else {
        find(each);
      }
    }
  }

  /** Somebody kept an answer before us, or nobody keeps any; then ours is as good as another. */
  private void find(Settling late) {
    var claim = late.claim();
    statements
        .execute(FIND, Tuple.of(claim.key().project(), claim.key().text(), claim.operation()))
        .map(rows -> rows.stream().findFirst().map(PgFirstAnswers::answer).orElse(late.answer()))
        .onComplete(late.promise());
  }
}
