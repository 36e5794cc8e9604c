-- Who vouched for a sign-in and how far it counts; the systems that come with tokens; and each boligorganisation's own provider for its people.

alter table account_sessions add column assurance text;
alter table account_sessions add column only_in text;

create table account_systems (
    id text not null primary key,
    name text not null,
    first_seen_at text not null
);

create table account_providers (
    tenant text not null primary key,
    issuer text not null,
    client_id text not null,
    client_secret text not null,
    domains text not null,
    strong text not null
);
