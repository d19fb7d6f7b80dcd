-- What companies paid of the commissions that they owe, as people wrote it down: one row a reference,
-- in the commit of its posting. Append-only.
create table owed_payment (
    project_id   bigint      not null,
    reference    text        not null collate "C",
    operation_id bigint      not null,
    source       smallint    not null,
    amount       bigint      not null,
    currency     text        not null collate "C",
    who          text        not null,
    why          text        not null,
    paid_at      timestamptz not null,
    constraint owed_payment_key primary key (project_id, reference)
);

-- All of it together, so that never more is paid than is owed, however many write at once.
create table owed_paid (
    project_id bigint not null,
    currency   text   not null collate "C",
    amount     bigint not null,
    constraint owed_paid_key primary key (project_id, currency)
);

grant select, insert on owed_payment to ${gateway};
grant select, insert, update on owed_paid to ${gateway};
