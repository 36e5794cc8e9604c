-- The keys that protect cookies and tokens, each sealed under the master key that key_id names.

create table protection_keys (
    id blob not null primary key,
    key_id text not null,
    data blob not null
);
