using System.Data.Common;
using System.Runtime.CompilerServices;
using Hub.Contracts;
using Hub.Storage.Keys;
using Hub.Storage.Postgres;
using Hub.Storage.Snapshots;
using Hub.Storage.Sqlite;
using Npgsql;

namespace Hub.Storage;

/// <summary>The log on one database, chosen by its address.</summary>
public sealed class HubStore : IEventLog, IAsyncDisposable
{
    private const int PageOfEvents = 500;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);
    private readonly ILogTables tables;
    private readonly Sealer sealer;
    private readonly TenantKeyRing ring;
    private readonly Erasures erasures;
    private readonly ErasureList? list;
    private readonly ProtectionKeys protection;
    private bool closed;

    private HubStore(ILogTables tables, TenantKeyRing keys, TimeProvider time, string? erasures)
    {
        var tenantKeys = new TenantKeys(keys, tables);
        (this.tables, ring, sealer) = (tables, keys, new Sealer(tables, tenantKeys));
        list = erasures is null ? null : new ErasureList(erasures);
        this.erasures = new Erasures(tables, sealer, tenantKeys, list, time);
        Drafts = new DraftStore(tables.Drafts, tables, tenantKeys);
        Snapshots = new SnapshotStore(tables.Snapshots, sealer);
        AccessLog = new AccessLog(tables.Access, keys);
        protection = new ProtectionKeys(tables.Protection, keys);
    }

    /// <summary>What people have typed and not yet sent, on the same database.</summary>
    public IDrafts Drafts { get; }

    /// <summary>States of streams, kept so that they need not be folded again, on the same database.</summary>
    public ISnapshots Snapshots { get; }

    /// <summary>The same, kept somewhere else.</summary>
    /// <param name="shelf">Where.</param>
    public ISnapshots SnapshotsOn(ISnapshotShelf shelf) => new SnapshotStore(shelf, sealer);

    /// <summary>Who was told what, on the same database.</summary>
    public IAccessLog AccessLog { get; }

    /// <summary>The keys of cookies and tokens, on the same database: what one node has signed, every node reads.</summary>
    public IProtectionKeys ProtectionKeys => protection;

    /// <summary>How the processes on the same database wake each other.</summary>
    public IWakeUps WakeUps => tables.WakeUps;

    /// <summary>What waits for the nightly run.</summary>
    public IDeletables Deletables => tables.Deletables;

    /// <summary>What was erased, and that it stays so.</summary>
    public IErasures Erasures => erasures;

    /// <summary>The SQLite file underneath, for whoever else writes to the same file; null on PostgreSQL.</summary>
    public SqliteFile? Sqlite => (tables as SqliteTables)?.File;

    /// <summary>The pool of connections underneath, for whoever else writes to the same database; null on SQLite.</summary>
    public NpgsqlDataSource? Postgres => (tables as PostgresTables)?.Source;

    internal ISnapshotShelf SnapshotTables => tables.Snapshots;

    /// <summary>For whoever brings connections of its own to the same database.</summary>
    /// <param name="database"><c>postgres://user:pw@host:port/db</c>.</param>
    /// <exception cref="FormatException">Another shape, or not PostgreSQL.</exception>
    public static string PostgresConnection(string database) => PostgresAddress.Parse(database).ConnectionString;

    /// <summary>Opens the store without touching the schema.</summary>
    /// <param name="database"><c>sqlite:PATH</c> or <c>postgres://user:pw@host:port/db</c>.</param>
    /// <param name="keys">The master keys.</param>
    /// <param name="time">The clock of a database that has none of its own (SQLite).</param>
    /// <param name="owner">PostgreSQL: the login that owns the tables and migrates; null: the same one.</param>
    /// <param name="erasures">The folder of the list of erasures, outside the database; null: none is kept.</param>
    /// <exception cref="DataFolderInUseException">Another process has the SQLite file open.</exception>
    /// <exception cref="FormatException">The address has another shape.</exception>
    public static HubStore Open(string database, TenantKeyRing keys, TimeProvider time, string? owner = null, string? erasures = null) =>
        new(OpenTables(database, time, owner), keys, time, erasures);

    /// <summary>Goes through the access log from outside, also while a process serves the same database. Writes nothing.</summary>
    /// <param name="database">As for <see cref="Open"/>.</param>
    /// <param name="keys">The master keys.</param>
    /// <param name="known">Heads that were kept elsewhere.</param>
    public static async Task<IReadOnlyList<AccessCheck>> VerifyAccessLog(string database, TenantKeyRing keys, IReadOnlyList<AccessHead> known)
    {
        if (SqlitePath(database) is { } path)
        {
            using var readers = new SqliteReaders(SqliteFile.ReadOnly(path));
            return await new AccessLog(new SqliteAccess(readers), keys).Verify(known, CancellationToken.None);
        }

        await using var store = Open(database, keys, TimeProvider.System);
        return await store.AccessLog.Verify(known, CancellationToken.None);
    }

    /// <summary>Brings the schema up to this build. Safe when several processes do it at once.</summary>
    public Task Migrate(CancellationToken ct = default) => tables.Migrate(ct);

    /// <summary>Brings the schema of a database up to this build, without the keys that a store needs.</summary>
    /// <param name="database">As for <see cref="Open"/>.</param>
    /// <param name="owner">As for <see cref="Open"/>.</param>
    /// <exception cref="DbException">The database does not answer, or the login may not migrate.</exception>
    /// <exception cref="InvalidOperationException">A newer build has migrated this database.</exception>
    /// <exception cref="FormatException">The address has another shape.</exception>
    public static async Task MigrateOnly(string database, string? owner)
    {
        await using var tables = OpenTables(database, TimeProvider.System, owner);
        await tables.Migrate(CancellationToken.None);
    }

    /// <summary>Overwrites what is left of dropped keys (<see cref="IErasures.TendKeys"/>), without the keys that a store needs.</summary>
    /// <param name="database">As for <see cref="Open"/>.</param>
    /// <param name="owner">As for <see cref="Open"/>.</param>
    /// <returns>False: nothing was dropped since the last time.</returns>
    /// <exception cref="DbException">The database does not answer, or the login does not own the tables.</exception>
    /// <exception cref="StoreBusyException">The tables could not be had.</exception>
    /// <exception cref="FormatException">The address has another shape.</exception>
    public static async Task<bool> TendKeysOnly(string database, string? owner)
    {
        await using var tables = OpenTables(database, TimeProvider.System, owner);
        return await tables.TendKeys(CancellationToken.None);
    }

    /// <summary>
    /// Migrates as soon as the server answers: it may come up after Hub does. Where this login may not migrate, that waits until the owner has. A file
    /// that cannot be used will not mend itself.
    /// </summary>
    /// <param name="waiting">Takes why it is not there yet.</param>
    /// <param name="ct">Gives up.</param>
    public async Task MigrateOnceThere(Action<string> waiting, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await Migrate(ct);
                return;
            }
            catch (DbException e) when (Sqlite is null && (e.IsTransient || e.SqlState == PostgresErrorCodes.InsufficientPrivilege))
            {
                waiting(e.IsTransient ? e.Message : "its owner has not migrated it to this build's schema yet");
                await Task.Delay(BetweenTries, ct);
            }
        }
    }

    /// <summary>
    /// Wraps every tenant's key, and seals the keys of cookies and tokens, by the current master key. Safe to do again, and while processes that
    /// know the key serve the store.
    /// </summary>
    /// <returns>How many tenants' keys were under another one.</returns>
    public Task<int> RewrapTenantKeys(CancellationToken ct = default)
    {
        protection.Reseal();
        return KeyRotation.Run(tables, ring, ct);
    }

    /// <summary>Whether the database answers and has this build's schema.</summary>
    public Task<bool> IsReady(CancellationToken ct = default) => tables.IsReady(ct);

    /// <inheritdoc/>
    public Task<AppendResult> Append(Append append, CancellationToken ct) => AppendTelemetry.Measure(append.Events.Count, async () =>
    {
        AppendRules.Check(append);
        var result = await tables.Write(await sealer.Seal(append, ct), ct);
        if (result == AppendResult.Done)
            erasures.List(append);
        return result;
    });

    /// <inheritdoc/>
    public async IAsyncEnumerable<Recorded> Read(StreamKey stream, long afterSeq, [EnumeratorCancellation] CancellationToken ct)
    {
        IReadOnlyList<Recorded> page;
        do
        {
            page = await ReadEvents(new EventQuery(stream, afterSeq, PageOfEvents), ct);
            foreach (var recorded in page)
                yield return recorded;
            afterSeq += page.Count;
        }
        while (page.Count == PageOfEvents);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Recorded>> ReadCase(StreamKey stream, Guid caseId, CancellationToken ct) =>
        ReadEvents(new EventQuery(stream, CaseId: caseId), ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Recorded>> ReadMatter(StreamKey stream, Guid matterId, CancellationToken ct) =>
        ReadEvents(new EventQuery(stream, MatterId: matterId), ct);

    /// <inheritdoc/>
    public async Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct)
    {
        var found = await tables.FindReceipt(stream, commandId, ct);
        if (found is not null)
            await erasures.ListMissing(stream, commandId, ct);
        return found;
    }

    /// <inheritdoc/>
    public Task<Head> ReadHead(StreamKey stream, CancellationToken ct) => tables.ReadHead(stream, ct);

    /// <inheritdoc/>
    public Task<Place> ReadPlace(StreamKey stream, CancellationToken ct) => tables.ReadPlace(stream, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct) =>
        tables.ReadFeed(stream, offices, afterSeq, limit, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct) =>
        tables.ReadBoardFeed(stream, afterBoardSeq, limit, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct) => tables.ReadHeads(ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct) =>
        tables.ReadHeads(streams, ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct) => tables.ReadTenantHeads(ct);

    /// <inheritdoc/>
    public Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct) =>
        tables.ReadDueDeadlines(limit, ct);

    /// <inheritdoc/>
    public Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct) => tables.NextDeadline(ct);

    /// <inheritdoc/>
    public Task<string> ReadEpoch(CancellationToken ct) => tables.ReadEpoch(ct);

    /// <summary>Whether an exception says that the database is away or overloaded, also one that a mapper has wrapped: the same may succeed soon.</summary>
    public static bool IsOutage(Exception e) =>
        (e is NpgsqlException postgres && PostgresErrors.IsOutage(postgres)) || (e.InnerException is { } inner && IsOutage(inner));

    /// <summary>Closes the store; once is enough, and a container that knows it by two names asks twice.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!Interlocked.Exchange(ref closed, true))
        {
            await tables.DisposeAsync();
            list?.Dispose();
        }
    }

    private static ILogTables OpenTables(string database, TimeProvider time, string? owner) => SqlitePath(database) is { } path
        ? new SqliteTables(SqliteFile.Open(path), time)
        : new PostgresTables(PostgresAddress.Parse(database), PostgresAddress.Parse(owner ?? database), time);

    private static string? SqlitePath(string database)
    {
        const string sqlite = "sqlite:";
        return database.StartsWith(sqlite, StringComparison.Ordinal) ? database[sqlite.Length..] : null;
    }

    private async Task<IReadOnlyList<Recorded>> ReadEvents(EventQuery query, CancellationToken ct) =>
        await sealer.Open(query.Stream.Tenant, await tables.ReadEvents(query, ct), ct);
}
