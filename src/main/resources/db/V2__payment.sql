-- A payment and, in the same row, its sale: the two change together. Times are UTC; limit_at and
-- due_at are set and compared by this server's clock alone. due_at is the next time that something
-- must be done by itself, a status poll or the limit; a closed payment has none.

create table payment (
    project_id    bigint      not null,
    operation_id  bigint      not null,
    payment_id    text        not null collate "C",
    request_id    text        not null collate "C",
    customer_id   text        not null collate "C",
    method        text        not null collate "C",
    gateway_id    bigint      not null,
    amount        bigint      not null,
    currency      text        not null collate "C",
    wallet        text        collate "C",
    base_seconds  integer     not null,
    limit_seconds integer     not null,
    details       text        not null,
    state         smallint    not null,
    code          integer     not null,
    redirect      text,
    providers_id  text        not null collate "C",
    late_amount   bigint,
    late_currency text        collate "C",
    asks          integer     not null,
    version       integer     not null,
    opened_at     timestamptz not null,
    changed_at    timestamptz not null,
    limit_at      timestamptz not null,
    due_at        timestamptz,
    slot          smallint    not null
        generated always as ((hashint8(project_id) & 63)::smallint) stored,
    constraint payment_key primary key (project_id, operation_id),
    constraint payment_id_once unique (project_id, payment_id),
    constraint payment_positive check (amount > 0),
    constraint payment_state check (state between 1 and 8),
    constraint payment_due_while_open check ((due_at is not null) = (state <= 4))
) with (fillfactor = 70);

create index payment_due on payment (due_at) where due_at is not null;

-- What providers sent, as it came, when it changed something. Never edited.
create table callback (
    project_id   bigint      not null,
    operation_id bigint      not null,
    version      integer     not null,
    part         smallint    not null,
    gateway_id   bigint      not null,
    body         text        not null,
    received_at  timestamptz not null,
    constraint callback_key primary key (project_id, operation_id, version, part)
);

-- What payments refused: money may have moved, so a person must look.
create table contradiction (
    project_id   bigint      not null,
    operation_id bigint      not null,
    refusal      text        not null collate "C",
    said         text        not null collate "C",
    kept_at      timestamptz not null,
    constraint contradiction_key primary key (project_id, operation_id, refusal, said)
);

-- Answers to requests that were signed well and refused, kept for a day.
create table refused_request (
    project_id bigint      not null,
    request_id text        not null collate "C",
    answer     text        not null,
    refused_at timestamptz not null,
    constraint refused_request_key primary key (project_id, request_id)
);

create index refused_request_age on refused_request (refused_at);
