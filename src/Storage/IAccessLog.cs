using Hub.Contracts;

namespace Hub.Storage;

/// <summary>
/// Who was told whose identity or what text of a case, and why they might be. It holds ids and codes, never a name or a text. Each row is marked when it is
/// written, and rows are chained in order soon after, under a key that is not in the database: whoever changes, takes away or
/// adds a row cannot make the chain fit again. <c>Storage.Tests/AccessLogContract</c> says what every store must do.
/// </summary>
public interface IAccessLog
{
    /// <summary>Writes a row. Durable on return: only then may the answer leave.</summary>
    /// <exception cref="StoreBusyException">The row was not written, or that is not known: the answer must not leave.</exception>
    Task Append(AccessRow row, CancellationToken ct);

    /// <summary>Rows of one area, newest first, at most <see cref="AccessFilter.Limit"/>.</summary>
    Task<IReadOnlyList<StoredAccess>> Read(AccessFilter filter, CancellationToken ct);

    /// <summary>Chains what has been written since the last time. Several nodes may try; one at a time does it.</summary>
    /// <exception cref="AccessLogDamagedException">The head of a chain is not one that Hub wrote: nothing is added to that tenant's chain any more.</exception>
    Task Seal(CancellationToken ct);

    /// <summary>Where each tenant's chain ends now: what an operator keeps elsewhere, so that a cut-off end is found.</summary>
    Task<IReadOnlyList<AccessHead>> ReadHeads(CancellationToken ct);

    /// <summary>Goes through every tenant's chain from its first row.</summary>
    /// <param name="known">Heads that were once read and kept elsewhere; each must still be a part of its chain.</param>
    /// <param name="ct">Gives up.</param>
    Task<IReadOnlyList<AccessCheck>> Verify(IReadOnlyList<AccessHead> known, CancellationToken ct);
}

/// <summary>One answer that revealed something.</summary>
/// <param name="Id">New for each row.</param>
/// <param name="Tenant">The boligorganisation.</param>
/// <param name="Omraade">The area.</param>
/// <param name="At">When, to the microsecond.</param>
/// <param name="User">Who looked.</param>
/// <param name="Kontor">Their office; null for dpo and admin.</param>
/// <param name="Rolle">Their role.</param>
/// <param name="Answer">The shape of the answer.</param>
/// <param name="Cases">What it told, case by case; never empty.</param>
public sealed record AccessRow(
    Guid Id, Guid Tenant, Guid Omraade, DateTimeOffset At, Guid User, Kontor? Kontor, Rolle Rolle, AnswerKind Answer, IReadOnlyList<SeenCase> Cases);

/// <summary>What an answer told of one case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Fields">Which of its fields.</param>
/// <param name="Why">Why the identity was open to the reader, break-glass too; null when it was not, and only text was told.</param>
public readonly record struct SeenCase(Guid CaseId, Revealed Fields, NameReason? Why);

/// <summary>A row with its place in the log.</summary>
/// <param name="Position">Given by the database, growing; tells rows of the same moment apart.</param>
/// <param name="Row">The row.</param>
public sealed record StoredAccess(long Position, AccessRow Row);

/// <summary>Which rows. What is null does not matter.</summary>
public sealed record AccessFilter(Guid Tenant, Guid Omraade)
{
    /// <summary>Who looked.</summary>
    public Guid? User { get; init; }

    /// <summary>At which case.</summary>
    public Guid? Case { get; init; }

    /// <summary>From which office.</summary>
    public Kontor? Kontor { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only rows older than this one: the last of the page before.</summary>
    public (DateTimeOffset At, long Position)? After { get; init; }

    /// <summary>At most so many.</summary>
    public int Limit { get; init; } = 100;
}

/// <summary>The end of a tenant's chain.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Count">How many rows are chained.</param>
/// <param name="Mark">The last link, in hex.</param>
public sealed record AccessHead(Guid Tenant, long Count, string Mark);

/// <summary>What a look at one tenant's chain found.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Rows">How many rows are in order.</param>
/// <param name="Damage">What is wrong with the next.</param>
public sealed record AccessCheck(Guid Tenant, long Rows, AccessDamage Damage);

/// <summary>What is wrong with a chain.</summary>
public enum AccessDamage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A row is not as it was written.</summary>
    Changed,

    /// <summary>A row is gone from the middle.</summary>
    Missing,

    /// <summary>Rows are gone from the end.</summary>
    CutOff,

    /// <summary>The row that says where the chain ends is gone or not as it was written.</summary>
    Head,
}

/// <summary>Somebody has been at the access log.</summary>
public sealed class AccessLogDamagedException(Guid tenant) : Exception($"The head of the access log of {tenant} is not one that Hub wrote.");
