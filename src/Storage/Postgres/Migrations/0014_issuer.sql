-- What the cluster edition's built-in issuer keeps: the systems and apps that boligorganisationer have registered, what people have let apps do, the tokens
-- that have been given out (never the tokens themselves), and the issuer's own keys, sealed like those of cookies. The default edition never looks at them.
-- They lie outside row-level security: a client is asked for by its own id, and a token by its own, before it is known whose boligorganisation it is; what a
-- client may do stands in its tenant's own stream, which is behind it. Columns are those that the library maps.

create table issuer_clients (
    id uuid not null primary key,
    tenant uuid not null,
    registered_at timestamptz not null,
    application_type varchar(50),
    client_id varchar(100),
    client_secret text,
    client_type varchar(50),
    concurrency_token varchar(50),
    consent_type varchar(50),
    display_name text,
    display_names text,
    json_web_key_set text,
    permissions text,
    post_logout_redirect_uris text,
    properties text,
    redirect_uris text,
    requirements text,
    settings text
);
create unique index issuer_clients_client_id on issuer_clients (client_id);

create table issuer_authorizations (
    id uuid not null primary key,
    application_id uuid references issuer_clients,
    concurrency_token varchar(50),
    creation_date timestamptz,
    properties text,
    scopes text,
    status varchar(50),
    subject varchar(400),
    type varchar(50)
);
create index issuer_authorizations_of on issuer_authorizations (application_id, status, subject, type);

create table issuer_tokens (
    id uuid not null primary key,
    application_id uuid references issuer_clients,
    authorization_id uuid references issuer_authorizations,
    concurrency_token varchar(50),
    creation_date timestamptz,
    expiration_date timestamptz,
    payload text,
    properties text,
    redemption_date timestamptz,
    reference_id varchar(100),
    status varchar(50),
    subject varchar(400),
    type varchar(150)
);
create unique index issuer_tokens_reference on issuer_tokens (reference_id);
create index issuer_tokens_of on issuer_tokens (application_id, status, subject, type);
create index issuer_tokens_authorization on issuer_tokens (authorization_id);

create table issuer_scopes (
    id uuid not null primary key,
    concurrency_token varchar(50),
    description text,
    descriptions text,
    display_name text,
    display_names text,
    name varchar(200),
    properties text,
    resources text
);
create unique index issuer_scopes_name on issuer_scopes (name);

create table issuer_keys (
    id uuid not null primary key,
    made_at timestamptz not null,
    signs boolean not null,
    material text not null
);
