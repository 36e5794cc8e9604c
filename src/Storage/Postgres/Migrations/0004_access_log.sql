-- Who was told what of whom. details: for each of cases, two bytes of Revealed and one of NameReason. n and link: the row's place in the
-- tenant's chain, given soon after it was written.

create table access_log (
    position bigint generated always as identity primary key,
    tenant uuid not null,
    omraade uuid not null,
    id uuid not null,
    at timestamptz not null,
    user_id uuid not null,
    kontor smallint,
    rolle smallint not null,
    answer smallint not null,
    cases uuid[] not null,
    details bytea not null,
    key_id text not null,
    mark bytea not null,
    n bigint,
    link bytea
);
create index access_log_area on access_log (tenant, omraade, at, position);
create index access_log_cases on access_log using gin (cases);
create index access_log_unchained on access_log (tenant, position) where n is null;
create unique index access_log_chain on access_log (tenant, n) where n is not null;

-- Holds no personal data.
create table access_heads (
    tenant uuid not null primary key,
    n bigint not null,
    link bytea not null,
    key_id text not null,
    mark bytea not null
);

-- Hub chains rows; it neither changes nor deletes them.
revoke update, delete on access_log from hub_app;
grant update (n, link) on access_log to hub_app;
revoke delete on access_heads from hub_app;
