-- What the nightly run finds cases by, without reading any history. An empty outcome: nobody has taken the flag.
create table deletable_cases (
    tenant uuid not null,
    stream uuid not null,
    case_id uuid not null,
    number integer not null,
    category text not null,
    outcome text not null,
    since timestamptz not null,
    primary key (tenant, stream, case_id)
);
create index deletable_cases_due on deletable_cases (tenant, stream, category, outcome, since);

alter table deletable_cases enable row level security;
create policy of_the_tenant on deletable_cases using (tenant = (select nullif(current_setting('hub.tenant', true), '')::uuid));

insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since)
select f.tenant, f.stream, f.case_id, (f.data::jsonb ->> 'number')::integer, f.data::jsonb ->> 'category',
    case e.type when 'caseMerged' then 'dublet' else e.data::jsonb ->> 'outcome' end, e.at
from events f join events e on e.tenant = f.tenant and e.stream = f.stream and e.case_id = f.case_id
where f.type = 'caseFlagged' and e.type in ('caseClosed', 'caseMerged') and e.seq = (
    select max(l.seq) from events l where l.tenant = f.tenant and l.stream = f.stream and l.case_id = f.case_id
        and l.type in ('caseClosed', 'caseMerged', 'caseReopened'));

insert into deletable_cases (tenant, stream, case_id, number, category, outcome, since)
select f.tenant, f.stream, f.case_id, (f.data::jsonb ->> 'number')::integer, f.data::jsonb ->> 'category', '',
    (select max(l.at) from events l where l.tenant = f.tenant and l.stream = f.stream and l.case_id = f.case_id)
from events f
where f.type = 'caseFlagged' and f.data::jsonb ->> 'assignee' is null and not exists (
    select from events l where l.tenant = f.tenant and l.stream = f.stream and l.case_id = f.case_id
        and l.type in ('casePickedUp', 'caseAssigned', 'handoverOffered', 'caseClosed', 'caseMerged'));

-- Else the statistics would keep samples of wrapped keys.
alter table subject_keys alter column wrapped set statistics 0;
alter table item_keys alter column wrapped set statistics 0;
alter table tenant_keys alter column wrapped set statistics 0;
