-- What gauges ask for without reading what they do not count.

-- Duties to give back, of which there are few: neither column ever changes.
create index outbox_refund on outbox (project_id, operation_id) where effect = 6;

-- Commissions that companies owe are read from here alone, never from the whole book.
create index posting_owed on posting (currency, credit, debit, amount)
    where credit = 'owed' or debit = 'owed';
