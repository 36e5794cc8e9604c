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
    /// <summary>Counts of other offices are told to the board in steps of five, so that one case more or less does not show.</summary>
    public const int Step = 5;

    public static BoardWorkspaceView Of(WorkspaceState state, Viewer viewer, DateTimeOffset now) => new(
        state.BoardSeq,
        [.. state.Matters.Values.Where(m => CaseSight.Sees(m, viewer)).OrderBy(m => m.Number).Select(m => Matter(m, now))],
        [.. state.Tasks.Values.Where(t => CaseSight.Sees(t, state, viewer)).Select(t => Task(t, now))],
        [.. Own(state).OrderBy(f => f.Number, StringComparer.Ordinal)],
        Counts(state, now));

    public static BoardFlag? Flag(Case c, Viewer viewer) =>
        c.Flaggers.Any(f => f.UserId == viewer.UserId || f.Kontor == Kontor.Bestyrelseskontor) ? Flags(c).FirstOrDefault() : null;

    public static BoardMatter Matter(Matter m, DateTimeOffset now) => new(
        m.Id, Numbers.Matter(m.Number), m.Title.Value, m.Summary.Value, m.Status, m.OpenedAt, m.AwaitsAnswer ? m.RespondBy : null, m.OpenedFrom, m.Kontor,
        m.AgendaDate, m.Decision?.Value, m.Outcome, WorkspaceViews.Late(m, now));

    private static BoardTask Task(AreaTask t, DateTimeOffset now) =>
        new(t.Id, t.Title.Value, t.Kontor, t.Status, t.MatterId, t.Due, WorkspaceViews.Late(t, now));

    /// <summary>A merged flag follows the case it lives on in; opened again it is itself, and shows once.</summary>
    private static IEnumerable<BoardFlag> Own(WorkspaceState state) =>
        state.Cases.Values.Where(c => c.FlaggedByBoard)
            .SelectMany(c => Flags(c).Select(f => (Flag: f, Itself: f.Number == Number(c.FirstFlagger))))
            .OrderByDescending(f => f.Itself).Select(f => f.Flag).DistinctBy(f => f.Number);

    private static string? Number(Flagger flagger) => flagger.BoardNumber is { } b ? Numbers.BoardFlag(b) : null;

    private static IEnumerable<BoardFlag> Flags(Case c) =>
        from f in c.Flaggers where f.BoardNumber is not null select new BoardFlag(Numbers.BoardFlag(f.BoardNumber!.Value), c.BoardStatus, f.At, c.BoardUpdatedAt);

    public static IReadOnlyDictionary<Kontor, OfficeCount> Counts(WorkspaceState state, DateTimeOffset now) =>
        WorkspaceViews.Counts(state, now).ToDictionary(
            p => p.Key, p => p.Key == Kontor.Bestyrelseskontor ? p.Value : new OfficeCount(Steps(p.Value.Open), Steps(p.Value.Late)));

    private static int? Steps(int? count) => count < Step ? null : count / Step * Step;
}
