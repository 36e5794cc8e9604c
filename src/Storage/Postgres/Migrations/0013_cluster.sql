-- What Orleans' ADO.NET providers read and write in the cluster edition: who is in the cluster, and the grain state of each area (its snapshot,
-- secrets sealed as in every snapshot). Names of tables, columns, parameters and queries are those that the providers ask for. The default edition
-- never looks at them. They lie outside row-level security: the providers know of no tenant, and nothing in them is readable without its keys.

create table orleansquery (
    querykey text primary key,
    querytext text not null
);

create table orleansmembershipversiontable (
    deploymentid text primary key,
    timestamp timestamptz not null default now(),
    version integer not null default 0
);

create table orleansmembershiptable (
    deploymentid text not null references orleansmembershipversiontable,
    address text not null,
    port integer not null,
    generation integer not null,
    siloname text not null,
    hostname text not null,
    status integer not null,
    proxyport integer,
    suspecttimes text,
    starttime timestamptz not null,
    iamalivetime timestamptz not null,
    primary key (deploymentid, address, port, generation)
);

create table orleansstorage (
    grainidhash integer not null,
    grainidn0 bigint not null,
    grainidn1 bigint not null,
    graintypehash integer not null,
    graintypestring text not null,
    grainidextensionstring text,
    serviceid text not null,
    payloadbinary bytea,
    modifiedon timestamp not null,
    version integer
);
create unique index orleansstorage_grain on orleansstorage
    (grainidhash, graintypehash, grainidn0, grainidn1, graintypestring, coalesce(grainidextensionstring, ''), serviceid);
-- An erasure takes the snapshot of its area away.
create index orleansstorage_key on orleansstorage (grainidextensionstring);
-- Ciphertext does not get smaller.
alter table orleansstorage alter column payloadbinary set storage external;

-- Every change of the membership moves the version of the whole table, which is the lock: a writer with an old version writes nothing and gets 0.
insert into orleansquery (querykey, querytext) values
('InsertMembershipVersionKey', '
    with made as (
        insert into orleansmembershipversiontable (deploymentid) values (@DeploymentId) on conflict do nothing returning 1)
    select count(*)::integer from made'),
('InsertMembershipKey', '
    with moved as (
        update orleansmembershipversiontable v set timestamp = now(), version = v.version + 1
        where v.deploymentid = @DeploymentId and v.version = @Version and not exists (
            select 1 from orleansmembershiptable m
            where m.deploymentid = @DeploymentId and m.address = @Address and m.port = @Port and m.generation = @Generation)
        returning v.deploymentid),
    joined as (
        insert into orleansmembershiptable
            (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
        select deploymentid, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from moved
        returning 1)
    select count(*)::integer from joined'),
('UpdateMembershipKey', '
    with moved as (
        update orleansmembershipversiontable v set timestamp = now(), version = v.version + 1
        where v.deploymentid = @DeploymentId and v.version = @Version and exists (
            select 1 from orleansmembershiptable m
            where m.deploymentid = @DeploymentId and m.address = @Address and m.port = @Port and m.generation = @Generation)
        returning v.deploymentid),
    changed as (
        update orleansmembershiptable m set status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime
        from moved
        where m.deploymentid = moved.deploymentid and m.address = @Address and m.port = @Port and m.generation = @Generation
        returning 1)
    select count(*)::integer from changed'),
('UpdateIAmAlivetimeKey', '
    update orleansmembershiptable set iamalivetime = @IAmAliveTime
    where deploymentid = @DeploymentId and address = @Address and port = @Port and generation = @Generation'),
('MembershipReadRowKey', '
    select v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes, m.starttime, m.iamalivetime, v.version
    from orleansmembershipversiontable v
    left join orleansmembershiptable m
        on m.deploymentid = v.deploymentid and m.address = @Address and m.port = @Port and m.generation = @Generation
    where v.deploymentid = @DeploymentId'),
('MembershipReadAllKey', '
    select v.deploymentid, m.address, m.port, m.generation, m.siloname, m.hostname, m.status, m.proxyport, m.suspecttimes, m.starttime, m.iamalivetime, v.version
    from orleansmembershipversiontable v
    left join orleansmembershiptable m on m.deploymentid = v.deploymentid
    where v.deploymentid = @DeploymentId'),
('GatewaysQueryKey', '
    select address, proxyport, generation from orleansmembershiptable
    where deploymentid = @DeploymentId and status = @Status and proxyport > 0'),
('DeleteMembershipTableEntriesKey', '
    delete from orleansmembershiptable where deploymentid = @DeploymentId;
    delete from orleansmembershipversiontable where deploymentid = @DeploymentId'),
('CleanupDefunctSiloEntriesKey', '
    delete from orleansmembershiptable where deploymentid = @DeploymentId and iamalivetime < @IAmAliveTime and status <> 3'),
('ReadFromStorageKey', '
    select payloadbinary, now() at time zone ''utc'', version from orleansstorage
    where grainidhash = @GrainIdHash and graintypehash = @GrainTypeHash and grainidn0 = @GrainIdN0 and grainidn1 = @GrainIdN1
        and graintypestring = @GrainTypeString and grainidextensionstring is not distinct from @GrainIdExtensionString and serviceid = @ServiceId'),
('WriteToStorageKey', '
    with changed as (
        update orleansstorage set payloadbinary = @PayloadBinary, modifiedon = now() at time zone ''utc'', version = version + 1
        where grainidhash = @GrainIdHash and graintypehash = @GrainTypeHash and grainidn0 = @GrainIdN0 and grainidn1 = @GrainIdN1
            and graintypestring = @GrainTypeString and grainidextensionstring is not distinct from @GrainIdExtensionString
            and serviceid = @ServiceId and version = @GrainStateVersion::integer
        returning version),
    made as (
        insert into orleansstorage
            (grainidhash, grainidn0, grainidn1, graintypehash, graintypestring, grainidextensionstring, serviceid, payloadbinary, modifiedon, version)
        select @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @PayloadBinary,
            now() at time zone ''utc'', 1
        where @GrainStateVersion::integer is null
        on conflict do nothing
        returning version)
    select coalesce((select version from changed), (select version from made), @GrainStateVersion::integer) as newgrainstateversion'),
('ClearStorageKey', '
    update orleansstorage set payloadbinary = null, version = version + 1
    where grainidhash = @GrainIdHash and graintypehash = @GrainTypeHash and grainidn0 = @GrainIdN0 and grainidn1 = @GrainIdN1
        and graintypestring = @GrainTypeString and grainidextensionstring is not distinct from @GrainIdExtensionString
        and serviceid = @ServiceId and version = @GrainStateVersion
    returning version as newgrainstateversion'),
('DeleteStorageKey', '
    delete from orleansstorage
    where grainidhash = @GrainIdHash and graintypehash = @GrainTypeHash and grainidn0 = @GrainIdN0 and grainidn1 = @GrainIdN1
        and graintypestring = @GrainTypeString and grainidextensionstring is not distinct from @GrainIdExtensionString
        and serviceid = @ServiceId and version = @GrainStateVersion
    returning version + 1 as newgrainstateversion');

-- Silos run what stands here.
revoke insert, update, delete on orleansquery from hub_app;
