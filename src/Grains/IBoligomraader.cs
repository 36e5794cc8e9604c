using Hub.Contracts;

namespace Hub.Grains;

/// <summary>
/// The boligområder of this installation: the port that everything goes through, pages, API and deadlines alike.
/// Served in process (<c>InProcess/</c>) or, in the cluster edition, by one grain per area.
/// </summary>
public interface IBoligomraader
{
    /// <summary>Runs a command in the area's turn.</summary>
    /// <param name="member">Who asks and as what; from the directory, never from the client.</param>
    /// <param name="request">The command with its id.</param>
    /// <param name="ct">Gives up waiting; the command may still be carried out.</param>
    /// <exception cref="Storage.StoreBusyException">Overload: nothing was written, try again.</exception>
    Task<Answer> Execute(Membership member, Request request, CancellationToken ct);

    /// <summary>The workspace as this member may see it.</summary>
    Task<Workspace> ReadWorkspace(Membership member, CancellationToken ct);

    /// <summary>The part of the workspace that has to do with one case, matter or task; empty when it is not theirs or not there.</summary>
    Task<Workspace> ReadAbout(Membership member, Guid id, CancellationToken ct);

    /// <summary>One case as this member may see it; null when it is not theirs or not there.</summary>
    Task<CaseAnswer?> ReadCase(Membership member, Guid caseId, CancellationToken ct);

    /// <summary>One matter as this member may see it; null when it is not theirs or not there.</summary>
    Task<MatterAnswer?> ReadMatter(Membership member, Guid matterId, CancellationToken ct);

    /// <summary>A request of a person with everything that is kept on them; null when the member may not answer it, or it is not there.</summary>
    Task<AnmodningView?> ReadAnmodning(Membership member, Guid anmodningId, CancellationToken ct);

    /// <summary>What would become of a flag if this member sent it now. Writes nothing; null for who belongs to no office.</summary>
    FlagForecast? Foresee(Membership member, FlagCase flag);

    /// <summary>What became of the member's own flags, newest first.</summary>
    Task<IReadOnlyList<OwnFlag>> ReadOwnFlags(Membership member, CancellationToken ct);

    /// <summary>The answer to a command of the member's that was carried out; null when there is none.</summary>
    Task<Receipt?> ReadReceipt(Membership member, Guid commandId, CancellationToken ct);

    /// <summary>Whose key wraps what this member writes about a case; null when the case is not theirs to write about.</summary>
    Task<Guid?> ReadTextOwner(Membership member, Guid caseId, CancellationToken ct);

    /// <summary>The offices whose changes reach this member: its own, and for a leader or admin those that the area lacks.</summary>
    Kontorer OfficesOf(Membership member);
}

/// <summary>A command on its way into a turn.</summary>
/// <param name="CommandId">Derived from tenant, user, area and Idempotency-Key (<see cref="CommandIds"/>); new ids of the command derive from it.</param>
/// <param name="BodyHash">SHA-256 over route and body.</param>
/// <param name="Command">The command; where <paramref name="Errors"/> is set only its target ids are looked at.</param>
/// <param name="IfMatch">The last seq the caller has seen of the case.</param>
/// <param name="Errors">What is wrong with the shape, by field; found at the edge, answered after rights have been checked.</param>
public sealed record Request(
    Guid CommandId, byte[] BodyHash, Command Command, long? IfMatch = null, IReadOnlyDictionary<string, string[]>? Errors = null);

/// <summary>A workspace: one of the two is set. Seqs are those of the viewer: the board's own for the board.</summary>
public sealed record Workspace(WorkspaceView? Staff, BoardWorkspaceView? Board)
{
    /// <summary>Never what is in it: what carries it between processes may log it.</summary>
    public override string ToString() => nameof(Workspace);
}

/// <summary>A case: one of the two is set.</summary>
public sealed record CaseAnswer(CaseView? Staff, BoardFlag? Board)
{
    /// <summary>Never what is in it: what carries it between processes may log it.</summary>
    public override string ToString() => nameof(CaseAnswer);
}

/// <summary>A matter: one of the two is set.</summary>
public sealed record MatterAnswer(MatterView? Staff, BoardMatterView? Board)
{
    /// <summary>Never what is in it: what carries it between processes may log it.</summary>
    public override string ToString() => nameof(MatterAnswer);
}
