-- Events: what merchants are told, numbered for each project from 1 without a gap.
--
-- A commit leaves beside each of its notices one short row here, and takes no lock for it that
-- another commit wants. Later somebody takes rows that are committed, counts their projects' heads up
-- and writes their numbers, all in one commit. The head stays locked until that commit ends, so a
-- number is never seen before a smaller one of its project; what is rolled back was never counted.
-- The one index has the order in which they are taken.
create table unnumbered (
    project_id   bigint      not null,
    written_at   timestamptz not null,
    part         integer     not null,
    operation_id bigint      not null,
    effect       smallint    not null,
    slot         smallint    not null
        generated always as ((hashint8(project_id) & 63)::smallint) stored,
    constraint unnumbered_key primary key (project_id, written_at, part, operation_id, effect)
) with (
    autovacuum_vacuum_scale_factor = 0.0,
    autovacuum_vacuum_threshold = 20000
);

-- last_seq is the newest number, forgotten_seq the newest that is no longer kept.
create table event_head (
    project_id    bigint not null,
    last_seq      bigint not null,
    forgotten_seq bigint not null,
    constraint event_head_key primary key (project_id)
) with (fillfactor = 50);

-- The bytes are those of the webhook.
create table event (
    project_id   bigint      not null,
    seq          bigint      not null,
    operation_id bigint      not null,
    effect       smallint    not null,
    numbered_at  timestamptz not null,
    constraint event_key primary key (project_id, seq)
);

alter table event alter column project_id set (n_distinct = 2);

-- What was told before there were events, as far as it would still be kept.
insert into unnumbered (project_id, written_at, part, operation_id, effect)
select project_id, created_at, 0, operation_id, effect
  from webhook
 where created_at > now() - interval '30 days';

grant select, insert, delete on unnumbered, event to ${gateway};
grant select, insert, update on event_head to ${gateway};
