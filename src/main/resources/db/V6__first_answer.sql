-- First answers to requests that carry an Idempotency-Key. A row is claimed by the request that came
-- first (status is null, until lease_until) and then holds what that request was answered.
-- operation_id is what the request may begin: whoever takes an abandoned claim over begins the same
-- operation, and so nothing twice.
--
-- The rows lie in a ring of eight days, and a day that nobody asks for any more is emptied as a
-- whole: that costs the same for a million rows as for one and leaves vacuum nothing to do. Around
-- midnight a row lies in both days, so that two nodes cannot claim one key in two days.
create table first_answer (
    project_id   bigint      not null,
    key          text        not null collate "C",
    day          smallint    not null,
    fingerprint  text        not null collate "C",
    operation_id bigint      not null,
    holder       bigint      not null,
    lease_until  timestamptz not null,
    claimed_at   timestamptz not null,
    status       smallint,
    body         text,
    constraint first_answer_key primary key (project_id, key, day),
    constraint first_answer_whole check ((status is null) = (body is null))
) partition by list (day);

create table first_answer_0 partition of first_answer for values in (0) with (fillfactor = 60);
create table first_answer_1 partition of first_answer for values in (1) with (fillfactor = 60);
create table first_answer_2 partition of first_answer for values in (2) with (fillfactor = 60);
create table first_answer_3 partition of first_answer for values in (3) with (fillfactor = 60);
create table first_answer_4 partition of first_answer for values in (4) with (fillfactor = 60);
create table first_answer_5 partition of first_answer for values in (5) with (fillfactor = 60);
create table first_answer_6 partition of first_answer for values in (6) with (fillfactor = 60);
create table first_answer_7 partition of first_answer for values in (7) with (fillfactor = 60);

grant select, insert, update, delete on first_answer to ${gateway};
grant select, truncate on
    first_answer_0, first_answer_1, first_answer_2, first_answer_3,
    first_answer_4, first_answer_5, first_answer_6, first_answer_7
    to ${gateway};
