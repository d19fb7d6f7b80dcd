-- Who may ask the Data API. Few rows, read by all: tables for every node when the schema is
-- distributed. What a token is and what it signs with are envelopes; revoked, both are deleted.
create table data_token (
    name       text        not null collate "C",
    centre     text        not null collate "C",
    body       text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint data_token_key primary key (name)
);

create table data_token_secret (
    name   text not null collate "C",
    secret text not null collate "C",
    sealed text not null,
    constraint data_token_secret_key primary key (name, secret)
);

grant select, insert, update, delete on data_token, data_token_secret to ${gateway};
