-- The keys that protect cookies and tokens, each sealed under the master key that key_id names. They belong to no tenant.

create table protection_keys (
    id uuid not null primary key,
    key_id text not null,
    data bytea not null
);
