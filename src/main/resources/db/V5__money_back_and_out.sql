-- Payouts, refunds and spending: money leaves accounts that keep a balance.

-- kind: 1 a sale, 2 a payout. payer is the wallet that pays a sale, account the customer's wallet
-- at the provider that a payout goes to; refunds counts the rows of refund.
alter table payment
    add column kind    smallint not null default 1,
    add column payer   text collate "C",
    add column account text collate "C",
    add column refunds smallint not null default 0;

alter table payment
    add constraint payment_kind check (kind in (1, 2));

-- A refund is an operation of its sale and changes only together with the sale's row, whose version
-- guards both. kind: 1 a refund, 2 a reversal.
create table refund (
    project_id   bigint      not null,
    operation_id bigint      not null,
    sale_id      bigint      not null,
    kind         smallint    not null,
    amount       bigint      not null,
    currency     text        not null collate "C",
    request_id   text        not null collate "C",
    merchants_id text        collate "C",
    comment      text        not null,
    webhook_url  text,
    state        smallint    not null,
    code         integer     not null,
    providers_id text        not null collate "C",
    opened_at    timestamptz not null,
    changed_at   timestamptz not null,
    constraint refund_key primary key (project_id, operation_id),
    constraint refund_of_sale unique (project_id, sale_id, operation_id),
    constraint refund_merchants_id unique (project_id, sale_id, merchants_id),
    constraint refund_positive check (amount > 0),
    constraint refund_kind check (kind in (1, 2)),
    constraint refund_state check (state in (1, 5, 6))
);

-- Both sides of a posting are numbered where they keep a balance, and no entry shows one below zero.
alter table posting
    add column debit_entry         bigint,
    add column debit_balance_after bigint;

alter table posting
    add constraint posting_balances_not_negative
        check (balance_after >= 0 and debit_balance_after >= 0);

create unique index posting_debit_entry on posting (project_id, debit, currency, debit_entry)
    where debit_entry is not null;

grant select, insert, update on refund to ${gateway};
