-- The gateway works as a role that cannot rewrite history: the book, callbacks, webhooks and
-- contradictions can only grow.

grant usage on schema public to ${gateway};

grant select, insert on
    wallet, posting, callback, contradiction, webhook
    to ${gateway};
grant select, insert, update on
    balance, payment
    to ${gateway};
grant select, insert, update, delete on
    outbox, node, refused_request
    to ${gateway};
grant select, update on id_block to ${gateway};
