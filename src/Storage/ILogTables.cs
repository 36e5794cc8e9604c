using Hub.Contracts;
using Hub.Storage.Keys;
using Hub.Storage.Snapshots;

namespace Hub.Storage;

/// <summary>The tables of one database: stores and finds rows, and knows nothing of what they say.</summary>
internal interface ILogTables : IAsyncDisposable
{
    Task<AppendResult> Write(SealedAppend append, CancellationToken ct);

    Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct);

    Task<Head> ReadHead(StreamKey stream, CancellationToken ct);

    Task<Place> ReadPlace(StreamKey stream, CancellationToken ct);

    Task<IReadOnlyList<StoredEvent>> ReadEvents(EventQuery query, CancellationToken ct);

    Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct);

    Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct);

    Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct);

    Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct);

    Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct);

    Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct);

    Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct);

    Task<string> ReadEpoch(CancellationToken ct);

    Task<KeyRows> ReadKeys(Guid tenant, KeyQuery query, CancellationToken ct);

    Task<TenantKeyRow?> FindTenantKey(Guid tenant, CancellationToken ct);

    /// <summary>The keys of all tenants, dropped ones too.</summary>
    Task<IReadOnlyList<(Guid Tenant, TenantKeyRow Key)>> ReadTenantKeys(CancellationToken ct);

    /// <summary>Puts a key that is wrapped anew in the place of one; false where another one is there by now.</summary>
    Task<bool> RewrapTenantKey(Guid tenant, TenantKeyRow from, TenantKeyRow to, CancellationToken ct);

    /// <summary>Stores the key unless the tenant has one, and gives the one it has. Committed on return.</summary>
    Task<TenantKeyRow> KeepTenantKey(Guid tenant, TenantKeyRow candidate, CancellationToken ct);

    /// <summary>Takes a tenant's key and every key under it away, and what waits for the tenant. What stays of the key is that it was there.</summary>
    Task DropTenantKey(Guid tenant, CancellationToken ct);

    /// <summary>Overwrites what is left of dropped keys in the key tables' free space; false when there was nothing to do.</summary>
    Task<bool> TendKeys(CancellationToken ct);

    /// <summary>The table beside the log that deletable cases stand in.</summary>
    IDeletables Deletables { get; }

    /// <summary>The table beside the log that drafts stand in.</summary>
    IDraftTables Drafts { get; }

    /// <summary>The table beside the log that snapshots stand in.</summary>
    ISnapshotShelf Snapshots { get; }

    /// <summary>The tables beside the log that say who was told what.</summary>
    IAccessTables Access { get; }

    /// <summary>The table beside the log that keeps the keys of cookies and tokens.</summary>
    IProtectionTables Protection { get; }

    /// <summary>How other processes on the same database are told to look.</summary>
    IWakeUps WakeUps { get; }

    Task Migrate(CancellationToken ct);

    Task<bool> IsReady(CancellationToken ct);
}

/// <summary>Which events: all after a seq, those of one case or one matter, or those that took keys away, of one command or of all.</summary>
internal sealed record EventQuery(
    StreamKey Stream, long AfterSeq = 0, int Limit = int.MaxValue, Guid? CaseId = null, Guid? MatterId = null, bool Erasures = false, Guid? CommandId = null)
{
    /// <summary>As the index on them has it, so that it is used.</summary>
    internal const string IsErasure =
        "type in ('identityForgotten', 'personsErased', 'caseDeleted', 'identityCorrected', 'textCorrected', 'taskTitleCorrected', 'matterTextCorrected')";
}

/// <summary>An event row, its content still sealed.</summary>
internal sealed record StoredEvent(
    long Seq, long? BoardSeq, Guid EventId, Guid CommandId, string Type, DateTimeOffset At, Guid Actor, Kontor? From, Audience Audience, byte[] Data)
{
    internal Recorded With(Event @event) => new(Seq, BoardSeq, EventId, CommandId, At, Actor, From, Audience, @event);
}

/// <summary>An append whose events are encrypted and whose key changes are worked out.</summary>
/// <param name="Order">What the turn ordered.</param>
/// <param name="Data">The stored form of each event.</param>
/// <param name="Keys">What is written to the key tables.</param>
internal sealed record SealedAppend(Append Order, IReadOnlyList<string> Data, KeyWrites Keys)
{
    internal StreamKey Stream => Order.Stream;

    internal long NewSeq => Order.ExpectedSeq + Order.Events.Count;

    internal long? FirstBoardSeq => Order.Events.Select(e => e.Recorded.BoardSeq).FirstOrDefault(s => s is not null);

    internal long? LastBoardSeq => Order.Events.Select(e => e.Recorded.BoardSeq).LastOrDefault(s => s is not null);

    internal DateTimeOffset? LastAt => Order.Events.Count == 0 ? null : Order.Events[^1].Recorded.At;

    /// <summary>A deadline both set and cleared stays set.</summary>
    internal IEnumerable<(DeadlineKind Kind, Guid Subject)> Cleared =>
        Order.ClearDeadlines.Except(Order.SetDeadlines.Select(d => (d.Kind, d.Subject)));
}
