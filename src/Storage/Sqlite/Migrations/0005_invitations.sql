-- People an administrator has asked in and who have not come yet. The code itself is nowhere: only its hash.

create table account_invitations (
    id text not null primary key,
    code_hash text not null,
    tenant text not null,
    omraade_id text not null,
    email text not null,
    name text not null,
    kontor text,
    rolle text not null,
    employer text not null,
    invited_by text not null,
    expires_at text not null
);
create unique index account_invitations_code on account_invitations (code_hash);
create index account_invitations_omraade on account_invitations (omraade_id);
