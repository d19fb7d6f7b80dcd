-- Payment links: kind 3, which becomes 1 in the commit in which its customer confirms. Open states of
-- a link are 0 and -1, so whatever is open is still at most 4; a link that has ended is declined.
-- Every row that the old rules let in the new ones let in too, so none has to be read again.
alter table payment
    drop constraint payment_kind,
    add constraint payment_kind check (kind in (1, 2, 3)) not valid;

alter table payment
    drop constraint payment_state,
    add constraint payment_state check (state between -1 and 9) not valid;
