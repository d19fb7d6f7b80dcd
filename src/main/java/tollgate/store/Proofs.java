package tollgate.store;

/** The queries behind the {@link Invariant}s about money that came in and went back, by page. */
final class Proofs {

  /**
   * Postings of the rare kinds are read once: to look for each of them by each payment would cost
   * more than all the rest.
   */
  static final String CREDITED_ONCE =
      """
      with rare as materialized (
          select *
            from posting
           where project_id = any($1) and operation_id >= $2 and operation_id < $3
             and kind in (2, 7, 8, 9)
      )
      select p.project_id || '/' || p.operation_id
        from (select p.*,
                     coalesce((deal::json -> 'commission' ->> 'arrives')::int8, amount) as arrives,
                     coalesce((deal::json -> 'commission' ->> 'fee')::int8, 0) as fee,
                     coalesce((deal::json -> 'commission' ->> 'owed')::int8, 0) as owed,
                     (deal::json -> 'exchange' ->> 'charged')::int8 as charged,
                     deal::json -> 'exchange' ->> 'currency' as charged_currency
                from payment p
               where project_id = any($1) and operation_id >= $2 and operation_id < $3) p
        left join posting s
          on s.project_id = p.project_id and s.operation_id = p.operation_id and s.kind = 1
        left join rare l
          on l.project_id = p.project_id and l.operation_id = p.operation_id and l.kind = 2
        left join rare c
          on c.project_id = p.project_id and c.operation_id = p.operation_id and c.kind = 7
        left join rare f
          on f.project_id = p.project_id and f.operation_id = p.operation_id and f.kind = 8
        left join rare x
          on x.project_id = p.project_id and x.operation_id = p.operation_id and x.kind = 9
       where (p.kind = 1 and p.state = 5) <> (s.operation_id is not null)
          or (p.state in (8, 9)) <> (l.operation_id is not null)
          or (p.state = 9) <> (c.operation_id is not null)
          or (p.state in (5, 9) and p.fee > 0) <> (f.operation_id is not null)
          or s.amount <> p.arrives or s.currency <> p.currency
          or s.credit <> coalesce('wallet:' || p.wallet, 'merchant')
          or l.amount <> p.late_amount or l.currency <> p.late_currency
          or l.credit <> 'suspense'
          or c.amount <> p.arrives or c.currency <> p.currency
          or c.debit <> case when p.charged is null then 'suspense' else 'exchange' end
          or (p.charged is not null and s.debit <> 'exchange')
          or (p.kind = 1 and p.state in (5, 9) and p.charged is not null)
             <> (x.operation_id is not null)
          or x.amount <> p.charged or x.currency <> p.charged_currency or x.credit <> 'exchange'
          or c.credit <> coalesce('wallet:' || p.wallet, 'merchant')
          or f.amount <> p.fee or f.currency <> p.currency or f.credit <> 'fees'
          or f.debit <> all(case when p.kind = 2 then array['reserved']
                                 when p.owed > 0 then array['merchant', 'owed']
                                 else array[coalesce(s.debit, c.debit)] end)
       union all
      select 'gateway ' || p.gateway_id || ' payment ' || p.providers_id
        from payment p
        join audit_credit c
          on c.gateway_id = p.gateway_id and c.providers_id = p.providers_id
         and (c.project_id, c.operation_id) <> (p.project_id, p.operation_id)
       where p.project_id = any($1) and p.operation_id >= $2 and p.operation_id < $3
         and p.kind = 1 and p.state in (5, 8, 9) and p.providers_id <> ''
      """;

  /**
   * The payment's status is the first member of that name, and a quote within a text is written
   * otherwise: so where those bytes are as they must be, the body need not be taken apart, which
   * costs fifteen times as much.
   */
  static final String TOLD_AS_IT_IS =
      """
      select project_id || '/' || operation_id
        from (select p.project_id, p.operation_id, p.state, w.body,
                     case when p.state = 5 then 'success'
                          when p.kind = 3 and p.code = 301 then 'invoice cancelled'
                          when p.kind = 3 then 'expired'
                          when p.code = 501 then 'error'
                          else 'decline' end as status
                from webhook w
                join payment p on p.project_id = w.project_id and p.operation_id = w.operation_id
               where w.project_id = any($1) and w.operation_id >= $2 and w.operation_id < $3
                 and w.effect = 4) told
       where state <= 4
          or case when substr(body, position('"status":"'::bytea in body), length(status) + 11)
                       = convert_to('"status":"' || status || '"', 'UTF8')
                  then false
                  else (convert_from(body, 'UTF8')::json -> 'payment' ->> 'status')
                       is distinct from status
             end
      """;

  /** Of payouts, and of refunds with their sales. */
  static final String GIVEN_BACK_ONCE =
      """
      select o.project_id || '/' || o.operation_id
        from (select project_id, operation_id, state, currency, false as inside,
                     coalesce((deal::json -> 'commission' ->> 'paid')::int8, amount) as taken,
                     coalesce((deal::json -> 'commission' ->> 'arrives')::int8, amount) as given
                from payment
               where project_id = any($1) and operation_id >= $2 and operation_id < $3
                 and kind = 2
               union all
              select r.project_id, r.operation_id, r.state, r.currency, p.payer is not null,
                     r.amount, r.amount
                from refund r
                join payment p on p.project_id = r.project_id and p.operation_id = r.sale_id
               where r.project_id = any($1) and r.operation_id >= $2 and r.operation_id < $3) o
        left join (select project_id, operation_id,
                          sum(amount) filter (where kind = 3) as reserved,
                          sum(amount) filter (where kind = 4) as settled,
                          sum(amount) filter (where kind = 5) as released,
                          sum(amount) filter (where kind = 6) as refunded,
                          min(currency) as low, max(currency) as high
                     from posting
                    where project_id = any($1) and operation_id >= $2 and operation_id < $3
                      and kind in (3, 4, 5, 6)
                    group by project_id, operation_id) s
          on s.project_id = o.project_id and s.operation_id = o.operation_id
       where (case when o.inside
                   then (s.reserved, s.settled, s.released, s.refunded)
                        is distinct from (null, null, null, o.given)
                   when o.state <= 4
                   then (s.reserved, s.settled, s.released, s.refunded)
                        is distinct from (o.taken, null, null, null)
                   when o.state = 5
                   then (s.reserved, s.settled, s.released, s.refunded)
                        is distinct from (o.taken, o.given, null, null)
                   else s.reserved is distinct from s.released
                        or s.reserved <> o.taken
                        or s.settled is not null or s.refunded is not null
              end)
          or s.low <> o.currency or s.high <> o.currency
       union all
      select r.project_id || '/' || r.operation_id
        from refund r
        left join posting x
          on x.project_id = r.project_id and x.operation_id = r.operation_id and x.kind = 9
       where r.project_id = any($1) and r.operation_id >= $2 and r.operation_id < $3
         and ((r.state = 5 and r.charged is not null) <> (x.operation_id is not null)
              or x.amount <> r.charged or x.currency <> r.charged_currency
              or x.debit <> 'exchange')
       union all
      select p.project_id || '/' || p.operation_id
        from (select project_id, operation_id
                from payment
               where project_id = any($1) and operation_id >= $2 and operation_id < $3
               union
              select project_id, sale_id
                from refund
               where project_id = any($1) and operation_id >= $2 and operation_id < $3) o
        join payment p on p.project_id = o.project_id and p.operation_id = o.operation_id
        join refund r on r.project_id = p.project_id and r.sale_id = p.operation_id
       where r.state <> 6
       group by p.project_id, p.operation_id, p.amount, p.late_amount, p.state, p.wallet, p.deal
      having sum(r.amount)
             > case when p.state = 8 then p.late_amount
                    when p.wallet is null then p.amount
                    else coalesce((p.deal::json -> 'commission' ->> 'arrives')::int8, p.amount)
               end
          or (p.state = 5
              and sum(r.charged) > (p.deal::json -> 'exchange' ->> 'charged')::int8)
          or p.state not in (5, 8)
       union all
      select p.project_id || '/' || p.operation_id
        from (select project_id, operation_id
                from payment
               where project_id = any($1) and operation_id >= $2 and operation_id < $3
               union
              select project_id, sale_id
                from refund
               where project_id = any($1) and operation_id >= $2 and operation_id < $3) o
        join payment p on p.project_id = o.project_id and p.operation_id = o.operation_id
        left join refund r on r.project_id = p.project_id and r.sale_id = p.operation_id
       group by p.project_id, p.operation_id, p.refunds
      having count(r.operation_id) <> p.refunds
      """;

  private Proofs() {}
}
