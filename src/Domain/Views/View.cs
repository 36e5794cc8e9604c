using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Matters;

namespace Hub.Domain.Views;

/// <summary>What a viewer may see now. Pages, API, search, export and counts all come through here.</summary>
public static class View
{
    public static WorkspaceView Workspace(WorkspaceState state, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        WorkspaceViews.Of(state, viewer, now, area);

    public static BoardWorkspaceView BoardWorkspace(WorkspaceState state, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        BoardViews.Of(state, viewer, now, area);

    /// <summary>The part of the workspace that has to do with one case, matter or task.</summary>
    public static WorkspaceView WorkspaceAbout(WorkspaceState state, Guid id, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        WorkspaceViews.Of(state.About(id), viewer, now, area);

    /// <inheritdoc cref="WorkspaceAbout"/>
    public static BoardWorkspaceView BoardWorkspaceAbout(WorkspaceState state, Guid id, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        BoardViews.Of(state.About(id), viewer, now, area) with { Offices = BoardViews.Counts(state, now) };

    /// <summary>Null when the case is not the viewer's to see.</summary>
    /// <param name="state">The area.</param>
    /// <param name="c">The case, rebuilt from the log where it has left memory.</param>
    /// <param name="history">Its events, decrypted.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="now">A basis that has run out seals by time alone.</param>
    /// <param name="area">Rules and place names.</param>
    public static CaseView? Case(WorkspaceState state, Case c, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        CaseSight.Of(c, viewer) == Sight.None ? null : CaseViews.Whole(state, c, history, viewer, now, area);

    /// <summary>The board's own flag, or null.</summary>
    public static BoardFlag? BoardFlag(Case c, Viewer viewer) => BoardViews.Flag(c, viewer);

    /// <summary>The cases that the viewer flagged, newest first.</summary>
    public static IReadOnlyList<Case> OwnCases(WorkspaceState state, Viewer viewer) => OwnFlags.Of(state, viewer);

    /// <summary>What became of a flag of the viewer's own.</summary>
    public static OwnFlag OwnFlag(Case c, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        OwnFlags.Of(c, history, viewer, now, area);

    /// <summary>Null when the matter is not the viewer's to see.</summary>
    public static MatterView? Matter(WorkspaceState state, Matter m, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        CaseSight.Sees(m, viewer) ? MatterViews.Staff(state, m, history, viewer, now, area) : null;

    /// <summary>Null when the matter is not the board's to see.</summary>
    public static BoardMatterView? BoardMatter(WorkspaceState state, Matter m, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area) =>
        CaseSight.Sees(m, viewer) ? MatterViews.Board(state, m, history, viewer, now, area) : null;
}
