package tollgate.store;

import java.util.ArrayList;

/**
 * One statement, one commit, any number of changed payments with all that belongs to them.
 *
 * <p>The guard is the version: only what {@code moved} returns takes its postings, notices and
 * duties along. Rows are locked in one order, payments by their key and then balances by theirs, so
 * two batches do not deadlock. A posting that is in the book already fails the statement and moves
 * nothing.
 */
final class SaveSql {

  /** Its places are for payments that become another kind: see {@link ConfirmLinks}. */
  private static final String MOVED =
      """
      with input as materialized (
          select *
            from unnest($30::int8[], $31::int8[], $32::int4[], $33::int2[], $34::int4[],
                        $35::text[], $36::text[], $37::int8[], $38::text[], $39::int4[],
                        $40::timestamptz[], $41::int4[], $42::int2[], $72::int4[],
                        $73::text[]<more values>)
              as i(project_id, operation_id, version, state, code,
                   redirect, providers_id, late_amount, late_currency, asks,
                   changed_at, ask_in, refunds, ended_as,
                   paid_by<more columns>)
           limit cardinality($30)
      ), moved as (
          update payment p
             set state = i.state,
                 code = i.code,
                 redirect = i.redirect,
                 providers_id = i.providers_id,
                 paid_by = coalesce(i.paid_by, p.paid_by),
                 late_amount = i.late_amount,
                 late_currency = i.late_currency,
                 asks = i.asks,
                 asked_at = case when i.ask_in is not null or (i.state = 4 and p.state < 4)
                                 then now()
                                 else p.asked_at
                            end,
                 changed_at = i.changed_at,
                 refunds = i.refunds,
                 version = i.version + 1,
                 <more settings>due_at = case when i.state > 4 then null
                               <when confirmed>
                               when i.ask_in is null then p.due_at
                               when p.kind = 2 and i.state > 1
                                    then now() + i.ask_in * interval '1 second'
                               else least(p.limit_at, now() + i.ask_in * interval '1 second')
                          end
            from input i
           where p.project_id = i.project_id
             and p.operation_id = i.operation_id
             and p.project_id = any($29)
             and p.version = i.version
          returning p.project_id, p.operation_id, p.changed_at, i.ended_as
      """;

  private static final String REFUNDED =
      """
      ), refunded as (
          insert into refund
                 (project_id, sale_id, operation_id, kind, amount, currency, request_id,
                  merchants_id, comment, webhook_url, state, code, providers_id, opened_at,
                  changed_at, charged, charged_currency)
          select r.*
            from unnest($55::int8[], $56::int8[], $57::int8[], $58::int2[], $59::int8[],
                        $60::text[], $61::text[], $62::text[], $63::text[], $64::text[],
                        $65::int2[], $66::int4[], $67::text[], $68::timestamptz[],
                        $69::timestamptz[], $70::int8[], $71::text[])
              as r(project_id, sale_id, operation_id, kind, amount,
                   currency, request_id, merchants_id, comment, webhook_url,
                   state, code, providers_id, opened_at, changed_at,
                   charged, charged_currency)
            join moved k on k.project_id = r.project_id and k.operation_id = r.sale_id
              on conflict (project_id, operation_id)
              do update set state = excluded.state,
                            code = excluded.code,
                            providers_id = excluded.providers_id,
                            changed_at = excluded.changed_at
          returning project_id, operation_id, kind, state, changed_at
      """;

  private static final String COMPLETED =
      """
      ), completed as (
          insert into completion (project_id, type, completed_at, operation_id)
          select k.project_id, k.ended_as, k.changed_at, k.operation_id
            from moved k
           where k.ended_as is not null
      """;

  private static final String REFUNDS_COMPLETED =
      """
           union all
          select r.project_id, 2 + r.kind, r.changed_at, r.operation_id
            from refunded r
           where r.state > 4
      """;

  private static final String KEPT_AND_FINISHED =
      """
      ), kept as (
          insert into callback
                 (project_id, operation_id, version, part, gateway_id, body, received_at)
          select c.*
            from unnest($43::int8[], $44::int8[], $45::int4[], $46::int2[], $47::int8[],
                        $48::text[], $49::timestamptz[])
              as c(project_id, payment, version, part, gateway_id, body, received_at)
           where <c is written>
      ), finished as (
          delete from outbox o
           using unnest($50::int8[], $51::int8[], $52::int8[], $53::int2[], $54::int4[])
              as f(project_id, payment, operation_id, effect, attempts)
            join moved k on k.project_id = f.project_id and k.operation_id = f.payment
           where o.project_id = f.project_id
             and o.operation_id = f.operation_id
             and o.effect = f.effect
             and o.attempts = f.attempts
             and o.project_id = any($29)
      """;

  static final Template TEMPLATE = sql(REFUNDED, REFUNDS_COMPLETED);
  static final String WITH_REFUNDS = TEMPLATE.plain();

  /**
   * The same for a batch without a refund, as nearly all are: to open a table and its indexes for
   * nothing is a third of what a small batch costs. It takes the same parameters.
   */
  static final String WITHOUT_REFUNDS = sql(unread(55, 71), "").plain();

  private SaveSql() {}

  private static Template sql(String refunded, String refundsCompleted) {
    return new Template(
        MOVED
            + refunded
            + COMPLETED
            + refundsCompleted
            + Children.sql("moved", KEPT_AND_FINISHED)
            + """
            )
            select project_id, operation_id from moved
            """);
  }

  /** A parameter without a type is refused, so they stand where nobody reads them. */
  private static String unread(int first, int last) {
    var types = new ArrayList<String>();
    for (int i = first; i <= last; i++) types.add(typed(i));
    return "), unread as (\n    select " + String.join(", ", types) + "\n";
  }

  private static String typed(int parameter) {
    var from = REFUNDED.indexOf("$" + parameter + "::");
    return REFUNDED.substring(from, REFUNDED.indexOf("[]", from) + 2);
  }
}
