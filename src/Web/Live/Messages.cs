using Hub.Contracts;

namespace Hub.Web.Live;

/// <summary>What the server tells a watching client. Ids, kinds and numbers: never a name, a text or an address.</summary>
public interface IWorkspaceClient
{
    Task Changed(Changed change);

    Task Caught(Caught caught);

    Task Resync(Resync resync);

    Task Gone(Gone gone);

    Task Presence(Presence presence);

    Task Typing(Typing typing);
}

/// <summary>An invalidation: load the named thing again under your rights now.</summary>
public sealed record Changed(
    Guid OmraadeId, long Seq, DateTimeOffset At, string Kind, Kontor? Kontor = null, Guid? CaseId = null, Guid? TaskId = null,
    Guid? HandoverId = null, Guid? MatterId = null, string? Status = null);

/// <summary>Moves a staff cursor past what its owner may not see.</summary>
public sealed record Caught(Guid OmraadeId, long Seq);

/// <summary>Load the whole workspace again: another log, a cursor ahead of it, or other rights.</summary>
public sealed record Resync(Guid OmraadeId, string Epoch, long Seq);

/// <summary>The area is no longer yours.</summary>
public sealed record Gone(Guid OmraadeId);

/// <summary>How many people of each office look at the area now; never who.</summary>
public sealed record Presence(Guid OmraadeId, IReadOnlyDictionary<Kontor, int> Kontorer);

/// <summary>A colleague writes on a case right now; never who.</summary>
public sealed record Typing(Guid OmraadeId, Guid CaseId);

/// <summary>The answer to Watch: where the log stands for this viewer.</summary>
public sealed record Watched(string Epoch, long Seq);

/// <summary>The answer of <c>GET changes</c>: <paramref name="Seq"/> is where the cursor may move to.</summary>
public sealed record ChangesPage(string Epoch, long Seq, IReadOnlyList<Changed> Changes, bool More);
