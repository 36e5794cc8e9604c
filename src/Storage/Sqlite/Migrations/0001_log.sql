-- Ids are 16 bytes, times are microseconds since 1970 in UTC, sets of offices are the bits of Kontorer.

create table store (
    id blob not null
);
insert into store (id) values (randomblob(16));

create table heads (
    tenant blob not null,
    stream blob not null,
    seq integer not null,
    board_seq integer not null,
    at integer not null,
    primary key (tenant, stream)
) without rowid;

create table events (
    tenant blob not null,
    stream blob not null,
    seq integer not null,
    board_seq integer,
    event_id blob not null,
    command_id blob not null,
    type text not null,
    at integer not null,
    actor blob not null,
    from_kontor integer,
    reached integer not null,
    readers integer not null,
    knows_case integer not null,
    kontor integer,
    case_id blob,
    task_id blob,
    handover_id blob,
    matter_id blob,
    status text,
    data text not null,
    primary key (tenant, stream, seq)
);
create unique index events_board on events (tenant, stream, board_seq) where board_seq is not null;
create index events_case on events (tenant, stream, case_id, seq) where case_id is not null;
create index events_matter on events (tenant, stream, matter_id, seq) where matter_id is not null;

create table receipts (
    tenant blob not null,
    stream blob not null,
    command_id blob not null,
    body_hash blob not null,
    receipt text not null,
    primary key (tenant, stream, command_id)
) without rowid;

-- ticks is the due time exactly as it was set: it tells one occurrence from the next.
create table deadlines (
    tenant blob not null,
    stream blob not null,
    kind integer not null,
    subject blob not null,
    due integer not null,
    ticks integer not null,
    primary key (tenant, stream, kind, subject)
) without rowid;
create index deadlines_due on deadlines (due);

create table tenant_keys (
    tenant blob not null primary key,
    key_id text not null,
    wrapped blob not null
) without rowid;

-- A row without bytes is a key that was dropped: it is never made again.
create table subject_keys (
    tenant blob not null,
    owner blob not null,
    wrapped blob,
    primary key (tenant, owner)
) without rowid;

create table item_keys (
    tenant blob not null,
    item blob not null,
    owner blob not null,
    wrapped blob,
    primary key (tenant, item)
) without rowid;
create index item_keys_owner on item_keys (tenant, owner);
