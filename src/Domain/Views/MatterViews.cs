using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Matters;

namespace Hub.Domain.Views;

/// <summary>A matter with what was said about it.</summary>
internal static class MatterViews
{
    public static MatterView Staff(WorkspaceState state, Matter m, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var reader = m.CaseId is { } id && state.Case(id) is { } c ? new CaseReader(c, viewer, now, area) : null;
        return new MatterView(
            WorkspaceViews.Matter(m, state, viewer, now, area),
            [.. Notes(history, m.Id).Select(n => reader is null || viewer.StaffOffices.Has(n.From) ? n : n with { Text = reader.Mask(n.Text, null) })], Actions.On(m, viewer));
    }

    public static BoardMatterView Board(WorkspaceState state, Matter m, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var reader = new BoardReader(state, area);
        return new(
            BoardViews.Matter(m, now, reader), [.. Notes(history, m.Id).Select(n => n with { Text = reader.Mask(n.Text, n.From, m.CaseId, null) })],
            Actions.On(m, viewer));
    }

    private static IReadOnlyList<MatterNote> Notes(IReadOnlyList<Recorded> history, Guid matterId) =>
        [.. new Rights.Corrections(history).Read(history).Where(r => r.Event is MatterNoteAdded n && n.MatterId == matterId).Select(r => Note(r.At, (MatterNoteAdded)r.Event))];

    private static MatterNote Note(DateTimeOffset at, MatterNoteAdded note) => new(at, note.From, note.Text.Value);
}
