-- On what terms a payment was accepted beside its amount, as one JSON text; null for the usual ones,
-- and then it costs a row nothing.
alter table payment
    add column deal text;

-- 9: paid late and credited. Every row that the old rule let in the new one lets in too, so none has
-- to be read again.
alter table payment
    drop constraint payment_state,
    add constraint payment_state check (state between 1 and 9) not valid;
