-- A row per sign-in that still counts. Deleting the row ends it.

create table account_sessions (
    id uuid not null primary key,
    user_id uuid not null references account_users (id) on delete cascade,
    kind text not null,
    strong boolean not null,
    started_at timestamptz not null,
    used_at timestamptz not null
);
create index account_sessions_user on account_sessions (user_id);
