-- A slot is reckoned when it is asked for and not stored: PostgreSQL read the column's expression anew
-- for each row of an update that had no need of it, a fifth of what the update cost.
-- A node of the release before finds no slot in new rows and takes them when they are late; the columns
-- are for it alone.
alter table payment
    alter column slot drop expression,
    alter column slot drop not null;

alter table outbox
    alter column slot drop expression,
    alter column slot drop not null;

alter table unnumbered
    alter column slot drop expression,
    alter column slot drop not null;
