-- Who vouched for a sign-in and how far it counts; the systems that come with tokens; and each boligorganisation's own provider for its people.
-- The providers lie outside the second wall: they are asked for before anybody has signed in.

alter table account_sessions add column assurance varchar(400);
alter table account_sessions add column only_in uuid;

create table account_systems (
    id uuid not null primary key,
    name varchar(200) not null,
    first_seen_at timestamptz not null
);

create table account_providers (
    tenant uuid not null primary key,
    issuer varchar(400) not null,
    client_id varchar(200) not null,
    client_secret text not null,
    domains varchar(2000) not null,
    strong varchar(2000) not null
);
