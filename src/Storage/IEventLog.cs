using Hub.Contracts;

namespace Hub.Storage;

/// <summary>
/// The log: the truth of every stream. One contract, two databases; <c>Storage.Tests/EventLogContract</c> says what both must do.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// Appends in one transaction: head, events, receipts, keys and deadlines, or nothing at all. Implementations may let
    /// appends to different streams share a transaction; a lost head then drops only its own append.
    /// </summary>
    /// <returns><see cref="AppendResult.Conflict"/> when the stream's head is not at <see cref="Append.ExpectedSeq"/>,
    /// or when one of the command ids is already there.</returns>
    /// <exception cref="StoreBusyException">The queue is full or a lock could not be had in time; nothing was written.</exception>
    /// <exception cref="CommitUnknownException">The connection was lost around the commit: look the command ids up.</exception>
    Task<AppendResult> Append(Append append, CancellationToken ct);

    /// <summary>
    /// The receipt of a command that has been carried out, or null. What the command took away is then on the list of erasures, also where whoever
    /// appended it was cut off before that.
    /// </summary>
    /// <exception cref="IOException">The list cannot be written.</exception>
    Task<StoredReceipt?> FindReceipt(StreamKey stream, Guid commandId, CancellationToken ct);

    /// <summary>The head of a stream, zero for one that has no events yet.</summary>
    Task<Head> ReadHead(StreamKey stream, CancellationToken ct);

    /// <summary>Where a stream stands and in which log. One indexed query: every read asks it, to be no older than what is committed.</summary>
    Task<Place> ReadPlace(StreamKey stream, CancellationToken ct);

    /// <summary>All events after a seq in order, decrypted; a secret whose key is gone has a null value.</summary>
    IAsyncEnumerable<Recorded> Read(StreamKey stream, long afterSeq, CancellationToken ct);

    /// <summary>The events of one case in order (those of its handovers, tasks and matters included), decrypted. One indexed query.</summary>
    Task<IReadOnlyList<Recorded>> ReadCase(StreamKey stream, Guid caseId, CancellationToken ct);

    /// <summary>The events of one matter in order, decrypted. One indexed query.</summary>
    Task<IReadOnlyList<Recorded>> ReadMatter(StreamKey stream, Guid matterId, CancellationToken ct);

    /// <summary>Feed rows after a seq that reach any of the offices, oldest first. One indexed query, nothing decrypted.</summary>
    /// <param name="stream">The area.</param>
    /// <param name="offices">The audience.</param>
    /// <param name="afterSeq">Exclusive.</param>
    /// <param name="limit">At most this many rows.</param>
    /// <param name="ct">Cancels the query.</param>
    Task<IReadOnlyList<FeedRow>> ReadFeed(StreamKey stream, Kontorer offices, long afterSeq, int limit, CancellationToken ct);

    /// <summary>The board's feed rows after its own dense seq, oldest first.</summary>
    Task<IReadOnlyList<FeedRow>> ReadBoardFeed(StreamKey stream, long afterBoardSeq, int limit, CancellationToken ct);

    /// <summary>Every stream there is with its head. Holds no personal data, so it crosses tenants.</summary>
    Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(CancellationToken ct);

    /// <summary>The heads of these streams, as far as they have any; indexed.</summary>
    Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadHeads(IReadOnlyCollection<StreamKey> streams, CancellationToken ct);

    /// <summary>The heads of the tenants' own streams.</summary>
    Task<IReadOnlyList<(StreamKey Stream, Head Head)>> ReadTenantHeads(CancellationToken ct);

    /// <summary>The deadlines due now by the database's clock, oldest first. Holds no personal data, so it crosses tenants.</summary>
    Task<IReadOnlyList<(StreamKey Stream, Deadline Deadline)>> ReadDueDeadlines(int limit, CancellationToken ct);

    /// <summary>When the next deadline falls due and what the database's clock says now.</summary>
    Task<(DateTimeOffset? Next, DateTimeOffset Now)> NextDeadline(CancellationToken ct);

    /// <summary>Opaque id of this log; another one after a restore. On PostgreSQL it carries the timeline.</summary>
    Task<string> ReadEpoch(CancellationToken ct);
}

/// <summary>Where a stream stands.</summary>
/// <param name="Seq">The last seq, 0 for an empty stream.</param>
/// <param name="BoardSeq">The last board seq.</param>
/// <param name="At">The time of the last event.</param>
public readonly record struct Head(long Seq, long BoardSeq, DateTimeOffset At);

/// <summary>Where a stream stands, and in which log.</summary>
/// <param name="Epoch">As <see cref="IEventLog.ReadEpoch"/>: what was learnt in another one may never have happened.</param>
/// <param name="Head">The head.</param>
public readonly record struct Place(string Epoch, Head Head);

/// <summary>What one turn writes.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="ExpectedSeq">The head's seq the turn decided on.</param>
/// <param name="LockHead">Another try after a conflict: lock the head row before comparing. Where that conflicts too, the lock is kept for a
/// moment, in which the caller reloads and decides again: the third try gets through, however busy the other writer is.</param>
/// <param name="Events">In order; their seqs follow <paramref name="ExpectedSeq"/> without a gap. May be empty (a deadline that no longer matters).</param>
/// <param name="Receipts">One per command of the turn.</param>
/// <param name="SetDeadlines">Inserted or replaced: at most one per (kind, subject).</param>
/// <param name="ClearDeadlines">Removed where they are still there.</param>
/// <param name="Keys">What happens to keys besides making those that new secrets need.</param>
public sealed record Append(
    StreamKey Stream, long ExpectedSeq, bool LockHead, IReadOnlyList<AppendEvent> Events, IReadOnlyList<StoredReceipt> Receipts,
    IReadOnlyList<Deadline> SetDeadlines, IReadOnlyList<(DeadlineKind Kind, Guid Subject)> ClearDeadlines, IReadOnlyList<KeyChange> Keys)
{
    /// <summary>Cases that wait for the nightly run from now on, or for something else than before.</summary>
    public IReadOnlyList<DeletableCase> SetDeletable { get; init; } = [];

    /// <summary>Cases that no longer wait.</summary>
    public IReadOnlyList<Guid> ClearDeletable { get; init; } = [];
}

/// <summary>An event with its feed row's subject, before it is encrypted.</summary>
public sealed record AppendEvent(Recorded Recorded, Subject Subject)
{
    /// <summary>The same as a row of the live feed.</summary>
    public FeedRow Row => new(Recorded.Seq, Recorded.BoardSeq, Recorded.At, Recorded.Audience, Subject);
}

/// <summary>What happens to a key in the transaction of the event that orders it.</summary>
public abstract record KeyChange
{
    /// <summary>Drops the owner's key and every item key under it: nothing of theirs can be read again.</summary>
    public sealed record DropOwner(Guid Owner) : KeyChange;

    /// <summary>Drops the key of one text.</summary>
    public sealed record DropItem(Guid Item) : KeyChange;

    /// <summary>Wraps the item keys under <paramref name="From"/> by <paramref name="To"/>'s key instead; run before any drop.</summary>
    public sealed record Rewrap(Guid From, Guid To) : KeyChange;
}

/// <summary>A receipt as stored.</summary>
/// <param name="CommandId">Derived from tenant, user, area and the Idempotency-Key.</param>
/// <param name="BodyHash">SHA-256 of command and body; another hash under the same id is a misuse.</param>
/// <param name="Receipt">The answer to give again.</param>
public sealed record StoredReceipt(Guid CommandId, byte[] BodyHash, Receipt Receipt);

/// <summary>What became of an append.</summary>
public enum AppendResult
{
    /// <summary>Durable.</summary>
    Done,

    /// <summary>Somebody else wrote first; reload and decide again.</summary>
    Conflict,
}

/// <summary>The store cannot take the write now; nothing was written and the caller may try again.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Whether the transaction committed is not known.</summary>
public sealed class CommitUnknownException(Exception inner) : Exception("The commit was not confirmed.", inner);
