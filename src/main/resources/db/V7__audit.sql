-- The audit's own notes, kept by the auditor and never on a payment's path.

-- Every ten thousand operation ids are a page: when it was last proven, whether something in it was
-- broken then, and whether all in it was closed, so that it is read again by turns only. There is
-- one row a page: a hundred million payments are ten thousand rows.
create table audit_page (
    page      bigint      not null,
    proven_at timestamptz,
    broken    boolean     not null default false,
    settled   boolean     not null default false,
    constraint audit_page_key primary key (page)
);

create index audit_page_turn on audit_page (settled, proven_at nulls first);

-- Which payment each provider's payment was credited to. A second one under the same name is found
-- here and not by an index on payments, which every commit would have to keep.
create table audit_credit (
    project_id   bigint not null,
    operation_id bigint not null,
    gateway_id   bigint not null,
    providers_id text   not null collate "C",
    constraint audit_credit_key primary key (project_id, operation_id)
);

create index audit_credit_once on audit_credit (gateway_id, providers_id);

-- How far the turn of the balances has come, and when all was last proven at once.
create table audit_mark (
    name       text        not null collate "C",
    project_id bigint,
    account    text        collate "C",
    currency   text        collate "C",
    marked_at  timestamptz not null,
    constraint audit_mark_key primary key (name)
);

-- Money that came late is rare, so this costs a posting next to nothing, and its sum is not a
-- reading of the whole book.
create index posting_suspense on posting (currency, credit, debit, amount)
    where credit = 'suspense' or debit = 'suspense';

grant select, insert, update on audit_page, audit_mark to ${gateway};
grant select, insert on audit_credit to ${gateway};
