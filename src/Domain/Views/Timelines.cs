using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Domain.Views;

/// <summary>The history of a case as its viewer may read it: what was addressed to their office when it was written.</summary>
internal static class Timelines
{
    public static IReadOnlyList<TimelineEntry> Of(IReadOnlyList<Recorded> history, Viewer viewer, CaseReader reader)
    {
        var addressed = new Addressed(history, viewer);
        return [.. history.Where(r => MayRead(r, viewer)).Select(r => Entry(r, addressed, reader))];
    }

    /// <summary>What was flagged, with its mark where it has one.</summary>
    public static (string? Text, TextMark? Mark) Description(IReadOnlyList<Recorded> history, Viewer viewer, CaseReader reader)
    {
        if (history.FirstOrDefault(r => r.Event is CaseFlagged) is not { Event: CaseFlagged e } flagged
            || !MayRead(flagged, viewer) || !new Addressed(history, viewer).To(flagged))
        {
            return (null, null);
        }

        var mark = reader.Mark(e.Saerlig, flagged.From);
        return (reader.Read(e.Description, mark), mark);
    }

    /// <summary>The last that was written down of the beboer's own view, where the viewer may read it.</summary>
    public static BeboerView? Beboeren(IReadOnlyList<Recorded> history, Viewer viewer, CaseReader reader)
    {
        var addressed = new Addressed(history, viewer);
        if (history.LastOrDefault(r => r.Event is BeboerDescribed && MayRead(r, viewer) && addressed.To(r)) is not { Event: BeboerDescribed last } recorded)
        {
            return null;
        }

        var mark = reader.Mark(last.Saerlig, recorded.From);
        return new BeboerView(reader.Read(last.Kan, mark), reader.Read(last.Vil, mark), last.Ved, recorded.At, recorded.Actor) { Mark = mark };
    }

    public static bool MayRead(Recorded recorded, Viewer viewer) => recorded.Audience.Readers.Overlaps(viewer.StaffOffices);

    private static TimelineEntry Entry(Recorded recorded, Addressed addressed, CaseReader reader)
    {
        var readable = addressed.To(recorded);
        var (text, reason) = readable ? EventTexts.Of(recorded.Event) : default;
        var mark = readable ? reader.Mark(EventTexts.Marked(recorded.Event), recorded.From) : null;
        return new TimelineEntry(
            recorded.Seq, recorded.At, EventNames.Of(recorded.Event), recorded.Actor == Guid.Empty ? null : recorded.Actor, recorded.From,
            reader.Read(text, mark), reader.Read(reason, mark), EventDetails.Of(recorded.Event), text is { Value: null } || reason is { Value: null })
        {
            Mark = mark,
        };
    }
}
