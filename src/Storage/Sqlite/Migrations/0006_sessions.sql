-- A row per sign-in that still counts. Deleting the row ends it.

create table account_sessions (
    id text not null primary key,
    user_id text not null references account_users (id) on delete cascade,
    kind text not null,
    strong integer not null,
    started_at text not null,
    used_at text not null
);
create index account_sessions_user on account_sessions (user_id);
