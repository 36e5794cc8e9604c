-- Who was told what of whom. details: for each of cases, two bytes of Revealed and one of NameReason. n and link: the row's place in the
-- tenant's chain, given soon after it was written. Position is never used again, so a cut-off end leaves a gap.

create table access_log (
    position integer not null primary key autoincrement,
    tenant blob not null,
    omraade blob not null,
    id blob not null,
    at integer not null,
    user_id blob not null,
    kontor integer,
    rolle integer not null,
    answer integer not null,
    cases blob not null,
    details blob not null,
    key_id text not null,
    mark blob not null,
    n integer,
    link blob
);
create index access_log_area on access_log (tenant, omraade, at, position);
create index access_log_unchained on access_log (tenant, position) where n is null;
create unique index access_log_chain on access_log (tenant, n) where n is not null;

create table access_heads (
    tenant blob not null primary key,
    n integer not null,
    link blob not null,
    key_id text not null,
    mark blob not null
) without rowid;
