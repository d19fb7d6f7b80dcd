package tollgate.store;

import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import tollgate.engine.FirstAnswers.Asked;

/** One statement, one commit, any number of requests that came with a key of their own each. */
final class ClaimAnswers {

  /**
   * What is there is taken over when its holder is overdue, and what is not is added. Whoever is
   * neither found nor added lost to somebody who is adding it just now. The second row is added
   * without a way out: should only one of the two days be ours, nothing of the batch has happened.
   */
  static final String SQL =
      """
      with input as materialized (
          select i.project_id, i.key, i.fingerprint, i.holder,
                 mod(floor(extract(epoch from now() - $6 * interval '1 millisecond') / 86400), 8)
                     ::int2 as day,
                 mod(floor(extract(epoch from now() + $6 * interval '1 millisecond') / 86400), 8)
                     ::int2 as next_day
            from unnest($1::int8[], $2::text[], $3::text[], $4::int8[])
              as i(project_id, key, fingerprint, holder)
           limit cardinality($1)
      ), found as (
          update first_answer a
             set lease_until = case when a.status is null and a.lease_until <= now()
                                         and a.fingerprint = i.fingerprint
                                    then now() + $8 * interval '1 millisecond'
                                    else a.lease_until end,
                 holder = case when a.status is null and a.lease_until <= now()
                                    and a.fingerprint = i.fingerprint
                               then i.holder else a.holder end
            from input i
           where a.project_id = i.project_id
             and a.project_id = any($5)
             and a.key = i.key
             and a.claimed_at > now() - $7 * interval '1 millisecond'
          returning a.project_id, a.key, a.fingerprint, a.operation_id, a.holder, a.status, a.body
      ), added as (
          insert into first_answer
                 (project_id, key, day, fingerprint, operation_id, holder, lease_until, claimed_at)
          select i.project_id, i.key, i.day, i.fingerprint, i.holder, i.holder,
                 now() + $8 * interval '1 millisecond', now()
            from input i
           where not exists (select from found f
                              where f.project_id = i.project_id and f.key = i.key)
           order by i.project_id, i.key
              on conflict (project_id, key, day) do update
                 set fingerprint = excluded.fingerprint, operation_id = excluded.operation_id,
                     holder = excluded.holder, lease_until = excluded.lease_until,
                     claimed_at = excluded.claimed_at, status = null, body = null
               where first_answer.claimed_at <= now() - $7 * interval '1 millisecond'
          returning project_id, key, fingerprint, operation_id, holder
      ), added_next as (
          insert into first_answer
                 (project_id, key, day, fingerprint, operation_id, holder, lease_until, claimed_at)
          select i.project_id, i.key, i.next_day, i.fingerprint, i.holder, i.holder,
                 now() + $8 * interval '1 millisecond', now()
            from input i
            join added using (project_id, key)
           where i.next_day <> i.day
           order by i.project_id, i.key
      )
      select project_id, key, fingerprint, operation_id, holder, status, body from found
       union all
      select project_id, key, fingerprint, operation_id, holder, null, null from added
      """;

  private ClaimAnswers() {}

  static Tuple parameters(
      List<Asked> asked, DatabaseOptions.FirstAnswers options, Duration straddle) {
    var columns = new Columns<>(asked);
    return Tuple.tuple()
        .addValue(columns.longs(it -> it.key().project()))
        .addValue(columns.texts(it -> it.key().text()))
        .addValue(columns.texts(Asked::fingerprint))
        .addValue(columns.longs(Asked::operation))
        .addValue(columns.distinct(it -> it.key().project()))
        .addValue(straddle.toMillis())
        .addValue(options.keepFor().toMillis())
        .addValue(options.lease().toMillis());
  }
}
