-- People an administrator has asked in and who have not come yet. The code itself is nowhere: only its hash.

create table account_invitations (
    id uuid not null primary key,
    code_hash varchar(64) not null,
    tenant uuid not null,
    omraade_id uuid not null,
    email varchar(256) not null,
    name varchar(200) not null,
    kontor text,
    rolle text not null,
    employer text not null,
    invited_by uuid not null,
    expires_at timestamptz not null
);
create unique index account_invitations_code on account_invitations (code_hash);
create index account_invitations_omraade on account_invitations (omraade_id);
