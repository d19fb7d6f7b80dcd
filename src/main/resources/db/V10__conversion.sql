-- What the provider gives back of a refund, where the sale was charged in another currency.
alter table refund
    add column charged          bigint,
    add column charged_currency text collate "C";

alter table refund
    add constraint refund_charged check ((charged is null) = (charged_currency is null) and charged > 0);

-- What one currency is worth in another, from when and until when; the pair is written USD-MYR.
create table exchange_rate (
    centre     text        not null collate "C",
    pair       text        not null collate "C",
    body       text        not null,
    version    bigint      not null,
    changed_at timestamptz not null,
    constraint exchange_rate_key primary key (centre, pair)
);

grant select, insert, update, delete on exchange_rate to ${gateway};
