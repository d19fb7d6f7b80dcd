-- Who paid, as the provider told it: a JSON object of texts. A node of the release before neither
-- reads nor writes it, so what is known stays.
alter table payment
    add column paid_by text;
