package tollgate.store;

/**
 * What must hold of all that is kept, each with the query that names what breaks it. A query
 * selects one text a row, the id for whoever must look.
 */
enum Invariant {
  I1(
      "every posting moves a positive amount between two accounts of one project and currency",
      """
      select project_id || '/' || operation_id || '/' || kind
        from posting
       where amount <= 0 or debit = credit
       union all
      select 'constraint ' || expected.name || ' is missing'
        from (values ('posting_positive'), ('posting_two_accounts'), ('posting_cause'),
                     ('balance_not_negative'), ('webhook_key'), ('payment_id_once'))
             as expected(name)
       where not exists (select from pg_constraint c
                          where c.conname = expected.name and c.convalidated)
      """),
  I2(
      "in each currency the stored balances are the sum of their postings",
      """
      select b.currency
        from (select currency, sum(amount) as amount from balance group by currency) b
        full join (%s) p on p.currency = b.currency
       where coalesce(b.amount, 0) <> coalesce(p.amount, 0)
      """
          .formatted(
              "select currency, sum(amount) as amount from ("
                  + Sql.SIDES
                  + ") s group by currency")),
  I3(
      "every stored balance is the sum of its postings and counts them",
      """
      select coalesce(b.project_id, p.project_id) || '/' || coalesce(b.account, p.account)
             || '/' || coalesce(b.currency, p.currency)
        from balance b
        full join (select project_id, account, currency, sum(amount) as amount,
                          count(*) as entries
                     from (%s) s
                    group by project_id, account, currency) p
          on p.project_id = b.project_id and p.account = b.account and p.currency = b.currency
       where coalesce(b.amount, 0) <> coalesce(p.amount, 0)
          or coalesce(b.entries, 0) <> coalesce(p.entries, 0)
      """
          .formatted(Sql.SIDES)),
  I4(
      "no account is below zero, no amount is zero or less",
      """
      select project_id || '/' || account || '/' || currency from balance where amount < 0
       union all
      select project_id || '/' || operation_id from payment where amount <= 0
      """),
  I5(
      "a success is credited once, by its amount; nothing else is credited",
      """
      select p.project_id || '/' || p.operation_id
        from payment p
        left join posting s
          on s.project_id = p.project_id and s.operation_id = p.operation_id and s.kind = 1
        left join posting l
          on l.project_id = p.project_id and l.operation_id = p.operation_id and l.kind = 2
       where (p.kind = 1 and p.state = 5) <> (s.operation_id is not null)
          or (p.state = 8) <> (l.operation_id is not null)
          or s.amount <> p.amount or s.currency <> p.currency
          or s.credit <> coalesce('wallet:' || p.wallet, 'merchant')
          or l.amount <> p.late_amount or l.currency <> p.late_currency
          or l.credit <> 'suspense'
       union all
      select 'gateway ' || gateway_id || ' payment ' || providers_id
        from payment
       where state in (5, 8) and providers_id <> ''
       group by gateway_id, providers_id
      having count(*) > 1
      """),
  I6(
      "what the merchant was told in the end is what the payment is",
      """
      select p.project_id || '/' || p.operation_id
        from webhook w
        join payment p on p.project_id = w.project_id and p.operation_id = w.operation_id
       where w.effect = 4
         and (p.state <= 4
              or (convert_from(w.body, 'UTF8')::json -> 'payment' ->> 'status')
                 is distinct from case when p.state = 5 then 'success'
                                       when p.code = 501 then 'error'
                                       else 'decline' end)
      """),
  I7(
      "no payment is undecided more than 2 s past its limit",
      """
      select project_id || '/' || operation_id
        from payment
       where due_at is not null and limit_at < now() - interval '2 s'
         and (kind = 1 or state = 1)
      """),
  I8(
      "a decided operation has one final webhook, an undecided one has none",
      """
      select o.project_id || '/' || o.operation_id
        from (select project_id, operation_id, state, details from payment
               union all
              select r.project_id, r.operation_id, r.state, p.details
                from refund r
                join payment p on p.project_id = r.project_id and p.operation_id = r.sale_id) o
        left join webhook w
          on w.project_id = o.project_id and w.operation_id = o.operation_id and w.effect = 4
       where (w.operation_id is not null)
             <> (o.state >= 5 and not (o.details::json ->> 'off')::boolean)
      """),
  I9(
      "no duty is left lying: each is done, planned, or shown as exhausted",
      """
      select project_id || '/' || operation_id || '/' || effect
        from outbox
       where due_at < now() - interval '60 s'
      """),
  I13(
      "what was set aside waits, went out or came back; no sale is given back twice",
      """
      select o.project_id || '/' || o.operation_id
        from (select project_id, operation_id, state, amount, currency, false as inside
                from payment where kind = 2
               union all
              select r.project_id, r.operation_id, r.state, r.amount, r.currency,
                     p.payer is not null
                from refund r
                join payment p on p.project_id = r.project_id and p.operation_id = r.sale_id) o
        left join (select project_id, operation_id,
                          sum(amount) filter (where kind = 3) as reserved,
                          sum(amount) filter (where kind = 4) as settled,
                          sum(amount) filter (where kind = 5) as released,
                          sum(amount) filter (where kind = 6) as refunded,
                          min(currency) as low, max(currency) as high
                     from posting
                    where kind in (3, 4, 5, 6)
                    group by project_id, operation_id) s
          on s.project_id = o.project_id and s.operation_id = o.operation_id
       where (case when o.inside
                   then (s.reserved, s.settled, s.released, s.refunded)
                        is distinct from (null, null, null, o.amount)
                   when o.state <= 4
                   then (s.reserved, s.settled, s.released, s.refunded)
                        is distinct from (o.amount, null, null, null)
                   when o.state = 5
                   then (s.reserved, s.settled, s.released, s.refunded)
                        is distinct from (o.amount, o.amount, null, null)
                   else s.reserved is distinct from s.released
                        or s.reserved <> o.amount
                        or s.settled is not null or s.refunded is not null
              end)
          or s.low <> o.currency or s.high <> o.currency
       union all
      select p.project_id || '/' || p.operation_id
        from payment p
        join refund r on r.project_id = p.project_id and r.sale_id = p.operation_id
       where r.state <> 6
       group by p.project_id, p.operation_id, p.amount, p.state
      having sum(r.amount) > p.amount or p.state <> 5
      """);

  private final String rule;
  private final String query;

  Invariant(String rule, String query) {
    this.rule = rule;
    this.query = query;
  }

  String rule() {
    return rule;
  }

  String query() {
    return query;
  }

  /** Every posting as seen by the accounts that keep a balance: project, account, amount. */
  static String sides() {
    return Sql.SIDES;
  }

  /** A class of its own: constants of an enum cannot use its static fields. */
  private static final class Sql {

    /** Every posting as seen by the accounts that keep a balance. */
    static final String SIDES =
        """
        select project_id, credit as account, currency, amount from posting
         where credit = 'merchant' or credit like 'wallet:%'
         union all
        select project_id, debit, currency, -amount from posting
         where debit = 'merchant' or debit like 'wallet:%'
        """;
  }
}
