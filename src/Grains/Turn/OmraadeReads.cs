using Hub.Contracts;
using Hub.Domain;
using Hub.Domain.Access;
using Hub.Domain.Matters;
using Hub.Domain.Views;

namespace Hub.Grains.Turn;

/// <summary>What a member may see of an area, from the turn's state and, for histories, from the log.</summary>
internal static class OmraadeReads
{
    public static async Task<Workspace> Workspace(OmraadeTurn turn, Membership member, CancellationToken ct)
    {
        var state = await turn.State(ct);
        var viewer = turn.Viewer(member);
        return viewer.IsBoard
            ? new Workspace(null, View.BoardWorkspace(state, viewer, turn.Now(state), turn.Facts))
            : new Workspace(View.Workspace(state, viewer, turn.Now(state), turn.Facts), null);
    }

    public static async Task<Workspace> About(OmraadeTurn turn, Membership member, Guid id, CancellationToken ct)
    {
        var state = await turn.State(ct);
        var viewer = turn.Viewer(member);
        return viewer.IsBoard
            ? new Workspace(null, View.BoardWorkspaceAbout(state, id, viewer, turn.Now(state), turn.Facts))
            : new Workspace(View.WorkspaceAbout(state, id, viewer, turn.Now(state), turn.Facts), null);
    }

    /// <summary>One query whether the case is there, foreign or absent.</summary>
    public static async Task<CaseAnswer?> Case(OmraadeTurn turn, Membership member, Guid caseId, CancellationToken ct)
    {
        var history = await turn.Log.ReadCase(turn.Stream, caseId, ct);
        var state = await turn.State(ct);
        if ((state.Case(caseId) ?? WorkspaceApply.Rebuild(history)) is not { } c)
        {
            return null;
        }

        var viewer = turn.Viewer(member);
        if (viewer.IsBoard)
        {
            return View.BoardFlag(c, viewer) is { } flag ? new CaseAnswer(null, flag) : null;
        }

        return View.Case(state, c, history, viewer, turn.Now(state), turn.Facts) is { } view ? new CaseAnswer(view, null) : null;
    }

    /// <summary>Only cases that have been answered are read from the log.</summary>
    public static async Task<IReadOnlyList<OwnFlag>> OwnFlags(OmraadeTurn turn, Membership member, CancellationToken ct)
    {
        var state = await turn.State(ct);
        var (viewer, now) = (turn.Viewer(member), turn.Now(state));
        var flags = new List<OwnFlag>();
        foreach (var c in View.OwnCases(state, viewer))
        {
            var history = c.Answers > 0 ? await turn.Log.ReadCase(turn.Stream, c.Id, ct) : [];
            flags.Add(View.OwnFlag(c, history, viewer, now, turn.Facts));
        }

        return flags;
    }

    /// <summary>One query whether the case is there, foreign or absent.</summary>
    public static async Task<Guid?> TextOwner(OmraadeTurn turn, Membership member, Guid caseId, CancellationToken ct)
    {
        var history = await turn.Log.ReadCase(turn.Stream, caseId, ct);
        var state = await turn.State(ct);
        var c = state.Case(caseId) ?? WorkspaceApply.Rebuild(history);
        return c is not null && CaseSight.Of(c, turn.Viewer(member)) == Sight.Full ? c.TextOwner : null;
    }

    public static async Task<Receipt?> Receipt(OmraadeTurn turn, Guid commandId, CancellationToken ct) =>
        (await turn.Log.FindReceipt(turn.Stream, commandId, ct))?.Receipt;

    /// <summary>One query whether the matter is there, foreign or absent.</summary>
    public static async Task<MatterAnswer?> Matter(OmraadeTurn turn, Membership member, Guid matterId, CancellationToken ct)
    {
        var history = await turn.Log.ReadMatter(turn.Stream, matterId, ct);
        var state = await turn.State(ct);
        if ((state.Matter(matterId) ?? WorkspaceApply.RebuildMatter(history)) is not { } m)
        {
            return null;
        }

        var viewer = turn.Viewer(member);
        state = await WithCase(turn, state, m, viewer, ct);
        if (viewer.IsBoard)
        {
            return View.BoardMatter(state, m, history, viewer, turn.Now(state), turn.Facts) is { } board ? new MatterAnswer(null, board) : null;
        }

        return View.Matter(state, m, history, viewer, turn.Now(state), turn.Facts) is { } staff ? new MatterAnswer(staff, null) : null;
    }

    /// <summary>A matter that is shown is held against the people of its case, also where both have left memory.</summary>
    private static async Task<WorkspaceState> WithCase(OmraadeTurn turn, WorkspaceState state, Matter m, Viewer viewer, CancellationToken ct) =>
        m.CaseId is { } id && state.Case(id) is null && CaseSight.Sees(m, viewer)
        && WorkspaceApply.Rebuild(await turn.Log.ReadCase(turn.Stream, id, ct)) is { } c ? state.With(c) : state;
}
