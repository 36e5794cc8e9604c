-- What people have typed and not sent: one per person, form and thing. Where owner is null the tenant's key wraps it.

create table drafts (
    tenant blob not null,
    omraade blob not null,
    author blob not null,
    subject blob not null,
    form text not null,
    id blob not null,
    owner blob,
    wrapped blob not null,
    data blob not null,
    saved_at integer not null,
    primary key (tenant, omraade, author, subject, form)
) without rowid;
create index drafts_saved on drafts (saved_at);
