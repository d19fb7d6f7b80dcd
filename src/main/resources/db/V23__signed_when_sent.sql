-- What a commit freezes are the words; since this release a body is signed when it is sent. Those of
-- older releases are signed already, and stay as they are.
comment on column webhook.body is 'UTF-8 JSON; without the member signature it is signed when it is sent';
