-- The events that took keys away, corrections too: read at every start, and when a command is answered again, to be held against the list that is kept
-- outside the database.
drop index events_erasures;
create index events_erasures on events (tenant, stream, seq)
    where type in ('identityForgotten', 'personsErased', 'caseDeleted', 'identityCorrected', 'textCorrected', 'taskTitleCorrected', 'matterTextCorrected');
