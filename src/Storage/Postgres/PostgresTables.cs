using Hub.Contracts;
using Hub.Storage.Json;
using Hub.Storage.Keys;
using Hub.Storage.Snapshots;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>The log's tables on PostgreSQL.</summary>
internal sealed class PostgresTables : ILogTables
{
    // The timeline of the log that is being written now: another one as soon as a standby or a restored backup takes over.
    private const string Epoch = "id || '-' || left(pg_walfile_name(pg_current_wal_lsn()), 8)";

    private const string SelectHeads = "select tenant, stream, seq, board_seq, at from heads";

    private readonly NpgsqlConnectionStringBuilder owner;
    private readonly TimeProvider time;
    private readonly PostgresDatabase database;
    private readonly BatchCommit commit;
    private readonly GroupCommitter committer;
    private readonly LockedAppend locked;
    private readonly KeyReads keys;

    internal PostgresTables(NpgsqlConnectionStringBuilder application, NpgsqlConnectionStringBuilder owner, TimeProvider time)
    {
        (this.owner, this.time) = (owner, time);
        database = new PostgresDatabase(application);
        Drafts = new PostgresDrafts(database);
        Snapshots = new PostgresSnapshots(database);
        Access = new PostgresAccess(database);
        Protection = new PostgresProtection(database);
        WakeUps = new PostgresWakeUps(application);
        Deletables = new PostgresDeletables(database);
        commit = new BatchCommit(database);
        committer = new GroupCommitter(commit.Run);
        locked = new LockedAppend(database);
        keys = new KeyReads((tenant, query, ct) => PostgresKeys.Read(database, tenant, query, ct));
    }

    public IDraftTables Drafts { get; }

    public ISnapshotShelf Snapshots { get; }

    public IAccessTables Access { get; }

    public IProtectionTables Protection { get; }

    public IWakeUps WakeUps { get; }

    public IDeletables Deletables { get; }

    internal NpgsqlDataSource Source => database.Source;

    /// <summary>Whether another login than the one that works was named as the tables' owner.</summary>
    private bool HasOwner => owner.Username != database.Login;

    public Task<AppendResult> Write(SealedAppend append, CancellationToken ct) =>
        locked.Takes(append) ? locked.Write(append, ct) : committer.Append(append, ct);

    public async Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct) => (await database.Query(
        stream.Tenant, ct, row => new StoredReceipt(commandId, row.GetFieldValue<byte[]>(0), EventJson.ReadReceipt(row.GetFieldValue<byte[]>(1))),
        "select body_hash, receipt from receipts where tenant = $1 and stream = $2 and command_id = $3",
        stream.Tenant, stream.Stream, commandId)).SingleOrDefault();

    public async Task<Head> ReadHead(StreamKey stream, CancellationToken ct) => (await database.QueryAll(
        ct, row => ToHead(row, 0), "select seq, board_seq, at from heads where tenant = $1 and stream = $2", stream.Tenant, stream.Stream)).SingleOrDefault();

    public async Task<Place> ReadPlace(StreamKey stream, CancellationToken ct) => (await database.QueryAll(
        ct, row => new Place(row.GetString(0), row.IsDBNull(1) ? default : ToHead(row, 1)),
        $"select {Epoch}, seq, board_seq, at from store left join heads on tenant = $1 and stream = $2", stream.Tenant, stream.Stream)).Single();

    public Task<IReadOnlyList<StoredEvent>> ReadEvents(EventQuery query, CancellationToken ct) => PostgresEvents.Read(database, query, ct);

    public Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct) =>
        PostgresEvents.ReadFeed(database, stream, offices, afterSeq, limit, ct);

    public Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct) =>
        PostgresEvents.ReadBoardFeed(database, stream, afterBoardSeq, limit, ct);

    public async Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct) => await database.QueryAll(ct, ToStreamHead, SelectHeads);

    public async Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct) => await database.QueryAll(
        ct, ToStreamHead, $"{SelectHeads} join unnest($1, $2) as wanted (tenant, stream) using (tenant, stream)",
        streams.Select(s => s.Tenant).ToArray(), streams.Select(s => s.Stream).ToArray());

    public async Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct) =>
        await database.QueryAll(ct, ToStreamHead, $"{SelectHeads} where stream = tenant");

    public async Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct) => await database.QueryAll(
        ct, row => (new StreamKey(row.GetGuid(0), row.GetGuid(1)), new Deadline((DeadlineKind)row.GetInt16(2), row.GetGuid(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero))),
        "select tenant, stream, kind, subject, ticks from deadlines where due <= now() order by due limit $1", limit);

    public async Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct) => (await database.QueryAll(
        ct, row => (row.OrNull<DateTimeOffset>(0), row.Time(1)), "select (select min(due) from deadlines), now()")).Single();

    public async Task<string> ReadEpoch(CancellationToken ct) => (await database.QueryAll(ct, row => row.GetString(0), $"select {Epoch} from store")).Single();

    public Task<KeyRows> ReadKeys(Guid tenant, KeyQuery query, CancellationToken ct) => keys.Read(tenant, query, ct);

    public Task<TenantKeyRow?> FindTenantKey(Guid tenant, CancellationToken ct) => PostgresKeys.FindTenantKey(database, tenant, ct);

    public async Task<IReadOnlyList<(Guid Tenant, TenantKeyRow Key)>> ReadTenantKeys(CancellationToken ct) => await database.QueryAll(
        ct, row => (row.GetGuid(0), new TenantKeyRow(row.GetString(1), row.GetFieldValue<byte[]>(2))), "select tenant, key_id, wrapped from tenant_keys");

    public Task<bool> RewrapTenantKey(Guid tenant, TenantKeyRow from, TenantKeyRow to, CancellationToken ct) =>
        PostgresKeys.RewrapTenantKey(database, tenant, from, to, ct);

    public async Task<TenantKeyRow> KeepTenantKey(Guid tenant, TenantKeyRow candidate, CancellationToken ct)
    {
        await PostgresKeys.KeepTenantKey(database, tenant, candidate, ct);
        return (await PostgresKeys.FindTenantKey(database, tenant, ct))!;
    }

    public Task DropTenantKey(Guid tenant, CancellationToken ct) => PostgresKeys.DropTenantKey(database, tenant);

    public Task<bool> TendKeys(CancellationToken ct) => PostgresKeyTending.Run(owner, perhaps: !HasOwner, ct);

    /// <summary>A login that may not migrate need not either, once the owner has.</summary>
    public async Task Migrate(CancellationToken ct)
    {
        if (HasOwner || !await IsReady(ct))
            await PostgresMigration.Run(owner, database.Login, time.GetUtcNow(), ct);
    }

    public async Task<bool> IsReady(CancellationToken ct)
    {
        try
        {
            return (await database.QueryAll(ct, row => row.GetInt32(0), Migrator.VersionQuery)).Single() == PostgresMigration.Migrator.Latest;
        }
        catch (Exception e) when (e is NpgsqlException or StoreBusyException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await committer.DisposeAsync();
        await commit.DisposeAsync();
        await locked.DisposeAsync();
        await database.DisposeAsync();
    }

    private static (StreamKey, Head) ToStreamHead(NpgsqlDataReader row) => (new StreamKey(row.GetGuid(0), row.GetGuid(1)), ToHead(row, 2));

    private static Head ToHead(NpgsqlDataReader row, int first) => new(row.GetInt64(first), row.GetInt64(first + 1), row.Time(first + 2));
}
