-- Reports and their files. Few rows but for the parts; they belong to settlement centres and not to
-- projects, and lie on one node when the schema is distributed.

-- rhythm is null for a report that is made once; next_at is when its next file is due by itself.
create table report (
    id       bigint      not null,
    centre   text        not null collate "C",
    name     text        not null,
    projects bigint[]    not null,
    zone     text        not null,
    type     text,
    status   text,
    columns  text[]      not null,
    rhythm   text,
    next_at  timestamptz,
    files    integer     not null,
    asked_by text        not null,
    asked_at timestamptz not null,
    constraint report_key primary key (id)
);

create index report_of_centre on report (centre, id);
create index report_due on report (next_at) where next_at is not null;

-- state: 1 being made, 2 made, 3 given up. due_at is the end of the maker's lease, later the time at
-- which the file is thrown away. attempts fences: who lost the lease writes nothing. parts and the
-- place are what is kept, so that whoever takes the file up goes on there.
create table report_file (
    report_id       bigint      not null,
    number          integer     not null,
    from_at         timestamptz not null,
    to_at           timestamptz not null,
    state           smallint    not null,
    attempts        integer     not null,
    due_at          timestamptz not null,
    parts           integer     not null,
    rows            bigint      not null,
    bytes           bigint      not null,
    place_at        timestamptz not null,
    place_operation bigint      not null,
    constraint report_file_key primary key (report_id, number),
    constraint report_file_state check (state between 1 and 3)
);

create index report_file_due on report_file (due_at) where state = 1;
create index report_file_old on report_file (due_at) where state > 1;

create table report_part (
    report_id bigint  not null,
    number    integer not null,
    part      integer not null,
    body      bytea   not null,
    constraint report_part_key primary key (report_id, number, part)
);

insert into id_block (name, next_id) values ('report', 1);

grant select, insert, update on report to ${gateway};
grant select, insert, update, delete on report_file to ${gateway};
grant select, insert, delete on report_part to ${gateway};
