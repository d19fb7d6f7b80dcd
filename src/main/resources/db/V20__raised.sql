-- While a provider's callbacks do not come, its payments are asked about before their time: when each
-- was last asked about, and when questions were last raised for a gateway, by any node.
-- A node of the release before writes neither.
alter table payment
    add column asked_at timestamptz;

create table raised (
    gateway_id bigint      not null,
    raised_at  timestamptz not null,
    constraint raised_gateway primary key (gateway_id)
);

grant select, insert, update on raised to ${gateway};
