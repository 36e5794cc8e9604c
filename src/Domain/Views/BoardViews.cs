using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;
using Hub.Domain.Texts;

namespace Hub.Domain.Views;

/// <summary>The workspace as the board may see it: its view types have no field for a person, an employee or a text about a person.</summary>
internal static class BoardViews
{
    public static BoardWorkspaceView Of(WorkspaceState state, Viewer viewer, DateTimeOffset now, AreaFacts area) => Of(state, viewer, now, new BoardReader(state, area));

    private static BoardWorkspaceView Of(WorkspaceState state, Viewer viewer, DateTimeOffset now, BoardReader reader) => new(
        state.BoardSeq,
        [.. state.Matters.Values.Where(m => CaseSight.Sees(m, viewer)).OrderBy(m => m.Number).Select(m => Matter(m, now, reader))],
        [.. state.Tasks.Values.Where(t => CaseSight.Sees(t, state, viewer)).Select(t => Task(t, now, reader))],
        [.. Own(state).OrderBy(f => f.Number, StringComparer.Ordinal)],
        Counts(state, now))
    {
        OfficesFrom = BoardFigures.MonthOf(now),
    };

    public static BoardFlag? Flag(Case c, Viewer viewer) =>
        c.Flaggers.Any(f => f.UserId == viewer.UserId || f.Kontor == Kontor.Bestyrelseskontor) ? Flags(c).FirstOrDefault() : null;

    public static BoardMatter Matter(Matter m, DateTimeOffset now, BoardReader reader)
    {
        return new(
            m.Id, Numbers.Matter(m.Number), Read(m.Title, m.OpenedFrom), Read(m.Summary, m.OpenedFrom), m.Status, m.OpenedAt, m.AwaitsAnswer ? m.RespondBy : null,
            m.OpenedFrom, m.Kontor, m.AgendaDate, Read(m.Decision, m.Kontor), m.Outcome, WorkspaceViews.Late(m, now));

        string? Read(Secret? text, Kontor writer) => reader.Mask(text?.Value, writer, m.CaseId, null);
    }

    private static BoardTask Task(AreaTask t, DateTimeOffset now, BoardReader reader) =>
        new(t.Id, reader.Mask(t.Title.Value, t.From, t.CaseId, t.MatterId), t.Kontor, t.Status, t.MatterId, t.Due, WorkspaceViews.Late(t, now));

    /// <summary>A merged flag follows the case it lives on in; opened again it is itself, and shows once.</summary>
    private static IEnumerable<BoardFlag> Own(WorkspaceState state) =>
        state.Cases.Values.Where(c => c.FlaggedByBoard)
            .SelectMany(c => Flags(c).Select(f => (Flag: f, Itself: f.Number == Number(c.FirstFlagger))))
            .OrderByDescending(f => f.Itself).Select(f => f.Flag).DistinctBy(f => f.Number);

    private static string? Number(Flagger flagger) => flagger.BoardNumber is { } b ? Numbers.BoardFlag(b) : null;

    private static IEnumerable<BoardFlag> Flags(Case c) =>
        from f in c.Flaggers where f.BoardNumber is not null select new BoardFlag(Numbers.BoardFlag(f.BoardNumber!.Value), c.BoardStatus, f.At, c.BoardUpdatedAt);

    /// <summary>The board counts its own matters itself.</summary>
    public static IReadOnlyDictionary<Kontor, OfficeCount> Counts(WorkspaceState state, DateTimeOffset now)
    {
        var figures = BoardFigures.At(state, now);
        return WorkspaceViews.Counts(state, now).ToDictionary(p => p.Key, p => p.Key == Kontor.Bestyrelseskontor ? p.Value : figures.Of(p.Key));
    }
}
