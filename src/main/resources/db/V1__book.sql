-- The book. A posting is one row with both its sides, so the book cannot be out of balance.
-- project_id leads every key: the same schema and statements run distributed by it.

create table wallet (
    project_id  bigint      not null,
    number      text        not null collate "C",
    customer_id text        not null collate "C",
    opened_at   timestamptz not null,
    constraint wallet_key primary key (project_id, number),
    constraint wallet_one_a_customer unique (project_id, customer_id)
);

-- Only accounts that must not go below zero keep a balance; the others are sums over postings.
-- Room is left on the pages: a balance is updated in place, its key never changes.
create table balance (
    project_id bigint not null,
    account    text   not null collate "C",
    currency   text   not null collate "C",
    amount     bigint not null,
    entries    bigint not null,
    constraint balance_key primary key (project_id, account, currency),
    constraint balance_not_negative check (amount >= 0)
) with (fillfactor = 50);

-- entry and balance_after are those of the credited account, where it keeps a balance.
create table posting (
    project_id    bigint      not null,
    operation_id  bigint      not null,
    kind          smallint    not null,
    debit         text        not null collate "C",
    credit        text        not null collate "C",
    amount        bigint      not null,
    currency      text        not null collate "C",
    posted_at     timestamptz not null,
    entry         bigint,
    balance_after bigint,
    constraint posting_cause primary key (project_id, operation_id, kind),
    constraint posting_positive check (amount > 0),
    constraint posting_two_accounts check (debit <> credit)
);

create unique index posting_entry on posting (project_id, credit, currency, entry)
    where entry is not null;
