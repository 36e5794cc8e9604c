using Hub.Contracts;
using Hub.Storage.Json;
using Hub.Storage.Keys;
using Hub.Storage.Snapshots;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>The log's tables in a SQLite file. The database's clock is the host's.</summary>
internal sealed class SqliteTables(SqliteFile file, TimeProvider time) : ILogTables
{
    private const string SelectHeads = "select tenant, stream, seq, board_seq, at from heads";

    private static readonly Migrator Migrator = new("Sqlite");

    private volatile bool logHoldsDroppedKeys;

    internal SqliteFile File => file;

    public IDraftTables Drafts { get; } = new SqliteDrafts(file, time);

    public IDeletables Deletables { get; } = new SqliteDeletables(file.Readers);

    public ISnapshotShelf Snapshots { get; } = new SqliteSnapshots(file);

    public IAccessTables Access { get; } = new SqliteAccess(file.Readers, file.Writer);

    public IProtectionTables Protection { get; } = new SqliteProtection(file);

    public IWakeUps WakeUps => NoWakeUps.Instance;

    public async Task<AppendResult> Write(SealedAppend append, CancellationToken ct)
    {
        var result = await file.Writer.RunAsAppend(transaction => SqliteAppend.Write(file.Writer.Statements, transaction, append), ct);
        var drops = result == AppendResult.Done && append.Keys.Drops;
        if (drops || logHoldsDroppedKeys)
            await EmptyLog(waitForReaders: drops);
        return result;
    }

    public Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct) => Task.FromResult(file.Query(
        "select body_hash, receipt from receipts where tenant = $1 and stream = $2 and command_id = $3",
        row => new StoredReceipt(commandId, row.GetFieldValue<byte[]>(0), EventJson.ReadReceipt(row.GetFieldValue<byte[]>(1))),
        stream.Tenant, stream.Stream, commandId).SingleOrDefault());

    public Task<Head> ReadHead(StreamKey stream, CancellationToken ct) => Task.FromResult(file.Query(
        "select seq, board_seq, at from heads where tenant = $1 and stream = $2",
        row => ToHead(row, 0), stream.Tenant, stream.Stream).SingleOrDefault());

    public async Task<Place> ReadPlace(StreamKey stream, CancellationToken ct) => new(await ReadEpoch(ct), await ReadHead(stream, ct));

    public Task<IReadOnlyList<StoredEvent>> ReadEvents(EventQuery query, CancellationToken ct) => Task.FromResult(SqliteEvents.Read(file, query));

    public Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct) =>
        Task.FromResult(SqliteEvents.ReadFeed(file, stream, offices, afterSeq, limit));

    public Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct) =>
        Task.FromResult(SqliteEvents.ReadBoardFeed(file, stream, afterBoardSeq, limit));

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct) => List(file.Query(SelectHeads, ToStreamHead));

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct) => List(streams
        .SelectMany(s => file.Query($"{SelectHeads} where tenant = $1 and stream = $2", ToStreamHead, s.Tenant, s.Stream)).ToList());

    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct) =>
        List(file.Query($"{SelectHeads} where stream = tenant", ToStreamHead));

    public Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct) => List(file.Query(
        "select tenant, stream, kind, subject, ticks from deadlines where due <= $1 order by due limit $2",
        row => (new StreamKey(row.Id(0), row.Id(1)), new Deadline((DeadlineKind)row.GetInt32(2), row.Id(3), new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero))),
        time.GetUtcNow(), limit));

    public Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct) => Task.FromResult((
        file.Query("select due from deadlines order by due limit 1", row => (DateTimeOffset?)row.Time(0)).SingleOrDefault(), time.GetUtcNow()));

    public Task<string> ReadEpoch(CancellationToken ct) =>
        Task.FromResult(file.Query("select id from store", row => row.Id(0)).Single().ToString());

    public Task<KeyRows> ReadKeys(Guid tenant, KeyQuery query, CancellationToken ct) => Task.FromResult(SqliteKeys.Read(file, tenant, query));

    public Task<TenantKeyRow?> FindTenantKey(Guid tenant, CancellationToken ct) => Task.FromResult(SqliteKeys.FindTenantKey(file, tenant));

    public Task<IReadOnlyList<(Guid Tenant, TenantKeyRow Key)>> ReadTenantKeys(CancellationToken ct) => List(file.Query(
        "select tenant, key_id, wrapped from tenant_keys", row => (row.Id(0), new TenantKeyRow(row.GetString(1), row.GetFieldValue<byte[]>(2)))));

    public async Task<bool> RewrapTenantKey(Guid tenant, TenantKeyRow from, TenantKeyRow to, CancellationToken ct)
    {
        var rewrapped = await file.Writer.Run((_, transaction) => SqliteKeys.RewrapTenantKey(file.Writer.Statements, transaction, tenant, from, to), ct);
        await EmptyLog(waitForReaders: true);
        return rewrapped > 0;
    }

    public async Task<TenantKeyRow> KeepTenantKey(Guid tenant, TenantKeyRow candidate, CancellationToken ct)
    {
        await file.Writer.Run((_, transaction) => SqliteKeys.KeepTenantKey(file.Writer.Statements, transaction, tenant, candidate), ct);
        return SqliteKeys.FindTenantKey(file, tenant)!;
    }

    public async Task DropTenantKey(Guid tenant, CancellationToken ct)
    {
        await file.Writer.Run((_, transaction) => Do(() => SqliteKeys.DropTenantKey(file.Writer.Statements, transaction, tenant)), ct);
        await EmptyLog(waitForReaders: true);
    }

    public async Task<bool> TendKeys(CancellationToken ct)
    {
        var due = logHoldsDroppedKeys;
        if (due)
            await EmptyLog(waitForReaders: true);
        return due;
    }

    public async Task Migrate(CancellationToken ct)
    {
        await file.Writer.Run((connection, transaction) => Do(() => Migrator.Run(connection, transaction, time.GetUtcNow())), ct);
        await EmptyLog(waitForReaders: true);
    }

    public Task<bool> IsReady(CancellationToken ct)
    {
        try
        {
            return Task.FromResult(file.Query(Migrator.VersionQuery, row => row.GetInt32(0)).Single() == Migrator.Latest);
        }
        catch (SqliteException)
        {
            return Task.FromResult(false);
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    // secure_delete has zeroed the keys in their pages; the older copies of those pages are in the write-ahead log. A reader
    // may keep it from being emptied: then the next append tries again, and whoever opens the file. The append itself stands.
    private async Task EmptyLog(bool waitForReaders)
    {
        try
        {
            logHoldsDroppedKeys = !await file.Writer.EmptyLog(waitForReaders);
        }
        catch (Exception e) when (e is SqliteException or StoreBusyException)
        {
            logHoldsDroppedKeys = true;
        }
    }

    private static (StreamKey, Head) ToStreamHead(SqliteDataReader row) => (new StreamKey(row.Id(0), row.Id(1)), ToHead(row, 2));

    private static Head ToHead(SqliteDataReader row, int first) => new(row.GetInt64(first), row.GetInt64(first + 1), row.Time(first + 2));

    private static Task<IReadOnlyList<T>> List<T>(List<T> rows) => Task.FromResult<IReadOnlyList<T>>(rows);

    private static bool Do(Action action)
    {
        action();
        return true;
    }
}
