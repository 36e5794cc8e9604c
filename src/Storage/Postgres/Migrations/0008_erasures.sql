-- The events that took keys away: read at every start, to be held against the list that is kept outside the database.
create index events_erasures on events (tenant, stream, seq) where type in ('identityForgotten', 'personsErased', 'caseDeleted');

-- Whether keys were dropped since the key tables were last rewritten: until then their bytes stand in free space of the pages.
create table key_tables (
    untended boolean not null
);
insert into key_tables (untended) values (true);
