-- The latest state of each stream, its secrets under the keys of their events. A cache: any row may be taken away.

create table snapshots (
    tenant uuid not null,
    stream uuid not null,
    id uuid not null,
    version text not null,
    data bytea not null,
    primary key (tenant, stream)
);
-- Ciphertext does not get smaller.
alter table snapshots alter column data set storage external;

alter table snapshots enable row level security;
create policy of_the_tenant on snapshots using (tenant = (select nullif(current_setting('hub.tenant', true), '')::uuid));
