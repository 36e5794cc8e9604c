-- What the nightly run finds cases by, without reading any history. An empty outcome: nobody has taken the flag.
create table deletable_cases (
    tenant blob not null,
    stream blob not null,
    case_id blob not null,
    number integer not null,
    category text not null,
    outcome text not null,
    since integer not null,
    primary key (tenant, stream, case_id)
) without rowid;
create index deletable_cases_due on deletable_cases (tenant, stream, category, outcome, since);

insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since)
select f.tenant, f.stream, f.case_id, json_extract(f.data, '$.number'), json_extract(f.data, '$.category'),
    case e.type when 'caseMerged' then 'dublet' else json_extract(e.data, '$.outcome') end, e.at
from events f join events e on e.tenant = f.tenant and e.stream = f.stream and e.case_id = f.case_id
where f.type = 'caseFlagged' and e.type in ('caseClosed', 'caseMerged') and e.seq = (
    select max(l.seq) from events l where l.tenant = f.tenant and l.stream = f.stream and l.case_id = f.case_id
        and l.type in ('caseClosed', 'caseMerged', 'caseReopened'));

insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since)
select f.tenant, f.stream, f.case_id, json_extract(f.data, '$.number'), json_extract(f.data, '$.category'), '',
    (select max(l.at) from events l where l.tenant = f.tenant and l.stream = f.stream and l.case_id = f.case_id)
from events f
where f.type = 'caseFlagged' and json_extract(f.data, '$.assignee') is null and not exists (
    select 1 from events l where l.tenant = f.tenant and l.stream = f.stream and l.case_id = f.case_id
        and l.type in ('casePickedUp', 'caseAssigned', 'handoverOffered', 'caseClosed', 'caseMerged'));
