-- The latest state of each stream, its secrets under the keys of their events. A cache: any row may be taken away.

create table snapshots (
    tenant blob not null,
    stream blob not null,
    id blob not null,
    version text not null,
    data blob not null,
    primary key (tenant, stream)
);
