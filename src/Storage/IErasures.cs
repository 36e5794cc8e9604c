using Hub.Contracts;

namespace Hub.Storage;

/// <summary>
/// Keys that were dropped stay dropped: also after a restore, for what was erased is kept in a list outside the database.
/// <c>Storage.Tests/ErasureContract</c> says what every store must do.
/// </summary>
public interface IErasures
{
    /// <summary>The events of a stream's log that took keys away, erasures and corrections, oldest first. One indexed query.</summary>
    Task<IReadOnlyList<LoggedErasure>> Read(StreamKey stream, CancellationToken ct);

    /// <summary>The erasures that stand in the list, in the order of each node that wrote them.</summary>
    IReadOnlyList<Erased> Listed();

    /// <summary>Puts what was taken away by a stream's events and is not on the list on it; durable on return.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="logged">Events of the stream.</param>
    /// <param name="listed">What is on the list for the stream.</param>
    /// <exception cref="IOException">The list cannot be written.</exception>
    void ListMissing(StreamKey stream, IEnumerable<Recorded> logged, IReadOnlyCollection<Erased> listed);

    /// <summary>
    /// Drops every key of the list that is there again, as after a restore. Safe to call at any time, before anything is served.
    /// </summary>
    /// <returns>How many of the list's lines had to be carried out again.</returns>
    Task<int> Replay(CancellationToken ct);

    /// <summary>Takes a tenant's key and every key under it away, for good; nothing of the tenant's people can be read again.</summary>
    Task EndTenant(Guid tenant, CancellationToken ct);

    /// <summary>
    /// Overwrites what is left of dropped keys in the free space of the database's files. Takes the key tables for itself meanwhile
    /// (PostgreSQL rewrites them), so it is for quiet hours. False when there was nothing to do, or when this login does not own the tables and no
    /// owner was named: then their owner does it.
    /// </summary>
    /// <exception cref="StoreBusyException">The tables could not be had; it is tried again.</exception>
    Task<bool> TendKeys(CancellationToken ct);
}

/// <summary>Something personal was to be written for a tenant that has ended.</summary>
public sealed class TenantEndedException(Guid tenant) : Exception($"The tenant {tenant} has ended.");

/// <summary>An erasure as it stands in the log, with the SHA-256 of its stored form: what can be shown as proof.</summary>
public sealed record LoggedErasure(Recorded Recorded, string Hash);

/// <summary>One line of the list: what one append took away. Ids and times, nothing personal.</summary>
/// <param name="Stream">The area; the tenant's own stream where the tenant itself has ended.</param>
/// <param name="At">When it was put on the list.</param>
/// <param name="Keys">What happened to keys, in order; empty where the tenant itself has ended.</param>
/// <param name="Events">The erasures that ordered it, with their commands; a correction has texts of its own and is not among them.</param>
public sealed record Erased(StreamKey Stream, DateTimeOffset At, IReadOnlyList<KeyChange> Keys, IReadOnlyList<ErasedBy> Events)
{
    /// <summary>Whether it is the end of the tenant.</summary>
    public bool IsEndOfTenant => Stream.IsTenant;
}

/// <summary>An event of the list and the command it came from.</summary>
public sealed record ErasedBy(Guid CommandId, Event Event);
