package tollgate.store;

import org.jspecify.annotations.Nullable;

/**
 * What must hold of all that is kept, with the queries that name what breaks it. A query selects
 * one text a row, the id for whoever must look.
 *
 * <p>Each is proven piece by piece, and no piece grows with history: by a page of operation ids ($1
 * the projects, $2 and $3 the range), by the last entry of an account ({@link Heads}), or by an
 * index over what is open and due. That pieces prove the whole is induction: entry n of an account
 * is right when entry n - 1 was, and the balance is right when it is what the last entry left. An
 * account's entries are those of postings that credit it and of postings that debit it, in one row
 * of numbers.
 *
 * <p>A refund is on the page of its own operation id, which is open until the refund is decided; a
 * sale and all its refunds are added up on the pages of each of them.
 */
enum Invariant {
  I1(
      "every posting moves a positive amount between two accounts of one project and currency",
      """
      select project_id || '/' || operation_id || '/' || kind
        from posting
       where project_id = any($1) and operation_id >= $2 and operation_id < $3
         and (amount <= 0 or debit = credit)
      """,
      """
      select 'constraint ' || expected.name || ' is missing'
        from (values ('posting_positive'), ('posting_two_accounts'), ('posting_cause'),
                     ('balance_not_negative'), ('webhook_key'), ('payment_id_once'))
             as expected(name)
       where not exists (select from pg_constraint c
                          where c.conname = expected.name and c.convalidated)
      """),
  I2("in each currency the stored balances are the sum of their postings", null, null),
  I3(
      "every stored balance is the sum of its postings and counts them",
      """
      select s.project_id || '/' || s.account || '/' || s.currency
        from (select project_id, credit as account, currency, entry, balance_after,
                     amount as moved
                from posting
               where project_id = any($1) and operation_id >= $2 and operation_id < $3
                 and (credit = 'merchant' or credit like 'wallet:%')
               union all
              select project_id, debit, currency, debit_entry, debit_balance_after, -amount
                from posting
               where project_id = any($1) and operation_id >= $2 and operation_id < $3
                 and (debit = 'merchant' or debit like 'wallet:%')) s
        left join posting c
          on c.project_id = s.project_id and c.credit = s.account and c.currency = s.currency
         and c.entry = s.entry - 1
        left join posting d
          on d.project_id = s.project_id and d.debit = s.account and d.currency = s.currency
         and d.debit_entry = s.entry - 1
       where s.entry is null or s.entry < 1 or s.balance_after is null
          or (s.entry > 1) <> (c.entry is not null or d.debit_entry is not null)
          or (c.entry is not null and d.debit_entry is not null)
          or s.balance_after
             <> s.moved + coalesce(c.balance_after, d.debit_balance_after, 0)
      """,
      null),
  I4(
      "no account is below zero, no amount is zero or less",
      """
      select project_id || '/' || operation_id
        from payment
       where project_id = any($1) and operation_id >= $2 and operation_id < $3
         and amount <= 0
      """,
      null),
  I5(
      "a success is credited once, by its amount and commission, and so is late money, if at all",
      Proofs.CREDITED_ONCE,
      null),
  I6("what the merchant was told in the end is what the payment is", Proofs.TOLD_AS_IT_IS, null),
  I7(
      "no payment is undecided more than 2 s past its limit",
      """
      select project_id || '/' || operation_id
        from payment
       where project_id = any($1) and operation_id >= $2 and operation_id < $3
         and due_at is not null and limit_at < now() - interval '2 s'
         and (kind <> 2 or state = 1)
      """,
      """
      select project_id || '/' || operation_id
        from payment
       where due_at <= now() and limit_at < now() - interval '2 s'
         and (kind <> 2 or state = 1)
      """),
  I8(
      "a decided operation has one final webhook, an undecided one none; a late credit its own",
      """
      select o.project_id || '/' || o.operation_id
        from (select project_id, operation_id, state, details
                from payment
               where project_id = any($1) and operation_id >= $2 and operation_id < $3
               union all
              select r.project_id, r.operation_id, r.state, p.details
                from refund r
                join payment p on p.project_id = r.project_id and p.operation_id = r.sale_id
               where r.project_id = any($1) and r.operation_id >= $2 and r.operation_id < $3) o
        left join webhook w
          on w.project_id = o.project_id and w.operation_id = o.operation_id and w.effect = 4
       where (w.operation_id is not null)
             <> (o.state >= 5 and not (o.details::json ->> 'off')::boolean)
       union all
      select p.project_id || '/' || p.operation_id
        from payment p
        left join webhook w
          on w.project_id = p.project_id and w.operation_id = p.operation_id and w.effect = 7
       where p.project_id = any($1) and p.operation_id >= $2 and p.operation_id < $3
         and p.state >= 8
         and (w.operation_id is not null)
             <> (p.state = 9 and not (p.details::json ->> 'off')::boolean)
      """,
      null),
  I9(
      "no duty is left lying: each is done, planned, or shown as exhausted",
      null,
      """
      select project_id || '/' || operation_id || '/' || effect
        from outbox
       where due_at < now() - interval '60 s'
      """),
  I13(
      "what was set aside waits, went out or came back; a sale knows its refunds",
      Proofs.GIVEN_BACK_ONCE,
      null);

  private final String rule;
  private final @Nullable String onPage;
  private final @Nullable String always;

  Invariant(String rule, @Nullable String onPage, @Nullable String always) {
    this.rule = rule;
    this.onPage = onPage;
    this.always = always;
  }

  String rule() {
    return rule;
  }

  /** Asked of each page of operation ids. */
  @Nullable String onPage() {
    return onPage;
  }

  /** Asked in every round. */
  @Nullable String always() {
    return always;
  }
}
