-- The register: which operations have ended, and when. A row is written once, in the commit that ends
-- its operation, and never again; pages by completion time, for one type or merged over all of them,
-- are read from its key alone, whatever the history.
--
-- It is a table of its own because an index on payment that had changed_at or state in it would take
-- the cheap update in place from every change of an open payment, not only the last, and because a
-- payment that is paid late changes once more after it has ended.

-- type: 1 a sale, 2 a payout, 3 a refund, 4 a reversal.
create table completion (
    project_id   bigint      not null,
    type         smallint    not null,
    completed_at timestamptz not null,
    operation_id bigint      not null,
    constraint completion_key primary key (project_id, type, completed_at, operation_id),
    constraint completion_type check (type between 1 and 4)
);

insert into completion (project_id, type, completed_at, operation_id)
select project_id, kind, changed_at, operation_id
  from payment
 where state > 4
 union all
select project_id, 2 + kind, changed_at, operation_id
  from refund
 where state > 4
 order by 1, 2, 3, 4;

grant select, insert on completion to ${gateway};
