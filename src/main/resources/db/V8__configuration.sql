-- Whom we serve and on what terms. The body of a thing is JSON as people write it, without its
-- secrets; those are envelopes, sealed under a master key that is not in the database. Nothing that
-- money went through is ever deleted: it is switched off.

-- Few rows, read by all: tables for every node when the schema is distributed.
create table settlement_centre (
    centre     text        not null collate "C",
    body       text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint settlement_centre_key primary key (centre)
);

create table gateway (
    gateway_id bigint      not null,
    centre     text        not null collate "C",
    body       text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint gateway_number primary key (gateway_id)
);

create table gateway_key (
    gateway_id bigint not null,
    name       text   not null collate "C",
    sealed     text   not null,
    constraint gateway_key_key primary key (gateway_id, name)
);

create table project (
    project_id bigint      not null,
    centre     text        not null collate "C",
    body       text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint project_key primary key (project_id)
);

create table project_secret (
    project_id bigint not null,
    name       text   not null collate "C",
    sealed     text   not null,
    constraint project_secret_key primary key (project_id, name)
);

create table activation (
    project_id bigint      not null,
    method     text        not null collate "C",
    centre     text        not null collate "C",
    body       text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint activation_key primary key (project_id, method)
);

-- One row: the version of all the above. Who saves raises it from the version that the change was
-- made for, or saves nothing; nodes look at it to learn that something changed.
create table configuration (
    one        boolean     not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint configuration_key primary key (one),
    constraint configuration_once check (one)
);

insert into configuration (one, version, changed_at) values (true, 0, now());

-- Who changed what, and when. Secrets are marks here. Append-only.
create table configuration_change (
    version    bigint      not null,
    part       integer     not null,
    who        text        not null,
    what       text        not null,
    kind       text        collate "C",
    name       text        collate "C",
    before     text        not null,
    after      text        not null,
    changed_at timestamptz not null,
    constraint configuration_change_key primary key (version, part)
);

grant select, insert on configuration_change to ${gateway};
grant select, update on configuration to ${gateway};
grant select, insert, update on settlement_centre, gateway, project to ${gateway};
grant select, insert, update, delete on gateway_key, project_secret, activation to ${gateway};
