-- What merchants are told: the signed bytes, frozen in the commit that made them true. Append-only;
-- the key is the promise that a payment ends with one final webhook.
create table webhook (
    project_id   bigint      not null,
    operation_id bigint      not null,
    effect       smallint    not null,
    url          text        not null,
    body         bytea       not null,
    created_at   timestamptz not null,
    constraint webhook_key primary key (project_id, operation_id, effect)
);

-- Work still to do in the world. A row is born leased to its writer (due_at is the end of the lease)
-- and leaves when its work is done. attempts fences: who comes back with an old number changes
-- nothing. Exhausted work is due at infinity.
create table outbox (
    project_id   bigint      not null,
    operation_id bigint      not null,
    effect       smallint    not null,
    attempts     integer     not null,
    due_at       timestamptz not null,
    slot         smallint    not null
        generated always as ((hashint8(project_id) & 63)::smallint) stored,
    constraint outbox_key primary key (project_id, operation_id, effect)
) with (
    fillfactor = 80,
    autovacuum_vacuum_scale_factor = 0.0,
    autovacuum_vacuum_threshold = 20000
);

create index outbox_due on outbox (due_at);

-- Operation ids and wallet numbers are reserved by nodes in blocks.
create table id_block (
    name    text   not null collate "C",
    next_id bigint not null,
    constraint id_block_key primary key (name)
);

insert into id_block (name, next_id) values ('operation', 1), ('wallet', 1);

-- The gateways that are alive, so that they can share timers. Only a division of labour: what makes
-- it safe are the guards.
create table node (
    id      uuid        not null,
    beat_at timestamptz not null,
    constraint node_key primary key (id)
);
