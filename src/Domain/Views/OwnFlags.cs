using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;

namespace Hub.Domain.Views;

/// <summary>What became of what one person flagged. This is why people flag again.</summary>
internal static class OwnFlags
{
    public const int Most = 20;

    /// <summary>The newest that are still in memory; boards have their own list.</summary>
    public static IReadOnlyList<Case> Of(WorkspaceState state, Viewer viewer) => viewer.IsBoard ? [] :
    [
        .. state.Cases.Values.Where(c => c.MergedInto is null && c.Flaggers.Any(f => f.UserId == viewer.UserId) && CaseSight.Of(c, viewer) == Sight.Full)
            .OrderByDescending(c => c.FlaggedAt).Take(Most),
    ];

    public static OwnFlag Of(Case c, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var reader = new CaseReader(c, viewer, now, area, history);
        history = new Rights.Corrections(history).Read(history);
        var addressed = new Addressed(history, viewer);
        var answers = history.Where(r => IsAnswer(r) && Timelines.MayRead(r, viewer) && addressed.To(r));
        return new OwnFlag(CaseViews.Card(c, viewer, now), c.Taken?.At, c.ClosedAt, [.. answers.Select(r => Answer(r, reader))]);
    }

    private static bool IsAnswer(Recorded recorded) => recorded.Event is NoteAdded { Audience: NoteAudience.Melder };

    private static FlagAnswer Answer(Recorded recorded, CaseReader reader)
    {
        var note = (NoteAdded)recorded.Event;
        var mark = reader.Mark(note.Saerlig, recorded.From);
        return new FlagAnswer(recorded.At, recorded.Actor, note.From, reader.Read(note.Text, mark)) { Mark = mark };
    }
}
