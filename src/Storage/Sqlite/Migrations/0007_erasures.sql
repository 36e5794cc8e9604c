-- The events that took keys away: read at every start, to be held against the list that is kept outside the database.
create index events_erasures on events (tenant, stream, seq) where type in ('identityForgotten', 'personsErased', 'caseDeleted');
