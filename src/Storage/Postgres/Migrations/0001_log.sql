-- Sets of offices are the bits of Kontorer. hub_app is the role that runs Hub: it owns nothing and cannot change the past.

create table store (
    id uuid not null
);
insert into store (id) values (gen_random_uuid());

create table heads (
    tenant uuid not null,
    stream uuid not null,
    seq bigint not null,
    board_seq bigint not null,
    at timestamptz not null,
    primary key (tenant, stream)
) with (fillfactor = 50);

create table events (
    tenant uuid not null,
    stream uuid not null,
    seq bigint not null,
    board_seq bigint,
    event_id uuid not null,
    command_id uuid not null,
    type text not null,
    at timestamptz not null,
    actor uuid not null,
    from_kontor smallint,
    reached smallint not null,
    readers smallint not null,
    knows_case smallint not null,
    kontor smallint,
    case_id uuid,
    task_id uuid,
    handover_id uuid,
    matter_id uuid,
    status text,
    data text not null,
    primary key (tenant, stream, seq)
);
create unique index events_board on events (tenant, stream, board_seq) where board_seq is not null;
create index events_case on events (tenant, stream, case_id, seq) where case_id is not null;
create index events_matter on events (tenant, stream, matter_id, seq) where matter_id is not null;

create table receipts (
    tenant uuid not null,
    stream uuid not null,
    command_id uuid not null,
    body_hash bytea not null,
    receipt text not null,
    primary key (tenant, stream, command_id)
);

-- ticks is the due time exactly as it was set: it tells one occurrence from the next.
create table deadlines (
    tenant uuid not null,
    stream uuid not null,
    kind smallint not null,
    subject uuid not null,
    due timestamptz not null,
    ticks bigint not null,
    primary key (tenant, stream, kind, subject)
);
create index deadlines_due on deadlines (due);

create table tenant_keys (
    tenant uuid not null primary key,
    key_id text not null,
    wrapped bytea not null
);

-- A row without bytes is a key that was dropped: it is never made again.
create table subject_keys (
    tenant uuid not null,
    owner uuid not null,
    wrapped bytea,
    primary key (tenant, owner)
);

create table item_keys (
    tenant uuid not null,
    item uuid not null,
    owner uuid not null,
    wrapped bytea,
    primary key (tenant, item)
);
create index item_keys_owner on item_keys (tenant, owner);

grant select on store, schema_versions to hub_app;
grant select, insert on events, receipts to hub_app;
grant select, insert, update on heads, tenant_keys, subject_keys, item_keys to hub_app;
grant select, insert, update, delete on deadlines to hub_app;

-- Tables of later migrations, unless they say otherwise.
alter default privileges grant select, insert, update, delete on tables to hub_app;
alter default privileges grant usage, select on sequences to hub_app;
