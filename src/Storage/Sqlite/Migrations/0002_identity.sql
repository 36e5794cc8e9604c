-- Accounts, as ASP.NET Core Identity (schema version 3) maps them. Ids and times are text, as EF Core writes them.

create table account_users (
    id text not null primary key,
    name text not null,
    user_name text,
    normalized_user_name text,
    email text,
    normalized_email text,
    email_confirmed integer not null,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed integer not null,
    two_factor_enabled integer not null,
    lockout_end text,
    lockout_enabled integer not null,
    access_failed_count integer not null
);
create unique index account_users_user_name on account_users (normalized_user_name);
create index account_users_email on account_users (normalized_email);

create table account_user_claims (
    id integer not null primary key autoincrement,
    user_id text not null references account_users (id) on delete cascade,
    claim_type text,
    claim_value text
);
create index account_user_claims_user on account_user_claims (user_id);

create table account_user_logins (
    login_provider text not null,
    provider_key text not null,
    provider_display_name text,
    user_id text not null references account_users (id) on delete cascade,
    primary key (login_provider, provider_key)
);
create index account_user_logins_user on account_user_logins (user_id);

create table account_user_passkeys (
    credential_id blob not null primary key,
    user_id text not null references account_users (id) on delete cascade,
    data text not null
);
create index account_user_passkeys_user on account_user_passkeys (user_id);

create table account_user_tokens (
    user_id text not null references account_users (id) on delete cascade,
    login_provider text not null,
    name text not null,
    value text,
    primary key (user_id, login_provider, name)
);
