-- What people have typed and not sent: one per person, form and thing. Where owner is null the tenant's key wraps it.

create table drafts (
    tenant uuid not null,
    omraade uuid not null,
    author uuid not null,
    subject uuid not null,
    form text not null,
    id uuid not null,
    owner uuid,
    wrapped bytea not null,
    data bytea not null,
    saved_at timestamptz not null,
    primary key (tenant, omraade, author, subject, form)
);
create index drafts_saved on drafts (saved_at);
