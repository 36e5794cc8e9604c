using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Domain.Views;

/// <summary>The history of a case as its viewer may read it: what was addressed to their office when it was written.</summary>
internal static class Timelines
{
    public static IReadOnlyList<TimelineEntry> Of(IReadOnlyList<Recorded> history, Viewer viewer, Func<string?, string?> mask)
    {
        var addressed = new Addressed(history, viewer);
        return [.. history.Where(r => MayRead(r, viewer)).Select(r => Entry(r, addressed, mask))];
    }

    public static string? Description(IReadOnlyList<Recorded> history, Viewer viewer, Func<string?, string?> mask) =>
        history.FirstOrDefault(r => r.Event is CaseFlagged) is { } flagged && MayRead(flagged, viewer) && new Addressed(history, viewer).To(flagged)
            ? mask(((CaseFlagged)flagged.Event).Description.Value)
            : null;

    /// <summary>The last that was written down of the beboer's own view, where the viewer may read it.</summary>
    public static BeboerView? Beboeren(IReadOnlyList<Recorded> history, Viewer viewer, Func<string?, string?> mask)
    {
        var addressed = new Addressed(history, viewer);
        return history.LastOrDefault(r => r.Event is BeboerDescribed && MayRead(r, viewer) && addressed.To(r)) is { Event: BeboerDescribed last } recorded
            ? new BeboerView(mask(last.Kan?.Value), mask(last.Vil?.Value), last.Ved, recorded.At, recorded.Actor)
            : null;
    }

    public static bool MayRead(Recorded recorded, Viewer viewer) => recorded.Audience.Readers.Overlaps(viewer.StaffOffices);

    private static TimelineEntry Entry(Recorded recorded, Addressed addressed, Func<string?, string?> mask)
    {
        var (text, reason) = addressed.To(recorded) ? Texts(recorded.Event) : default;
        return new TimelineEntry(
            recorded.Seq, recorded.At, EventNames.Of(recorded.Event), recorded.Actor == Guid.Empty ? null : recorded.Actor, recorded.From,
            mask(text?.Value), mask(reason?.Value), EventDetails.Of(recorded.Event),
            text is { Value: null } || reason is { Value: null });
    }

    private static (Secret? Text, Secret? Reason) Texts(Event e) => e switch
    {
        CaseFlagged x => (x.Description, null),
        NoteAdded x => (x.Text, null),
        BeboerDescribed x => (x.Kan, x.Vil),
        LegalBasisRecorded x => (x.Basis.Note, x.Basis.Purpose),
        HoldPlaced x => (x.Note, null),
        CaseRestricted x => (x.Note, null),
        CaseUnsealed x => (null, x.Reason),
        DisclosureRecorded x => (x.Hvad, x.Modtager),
        CaseClosed x => (x.Note, null),
        CaseReopened x => (null, x.Reason),
        HandoverOffered x => (x.Summary, x.Reason),
        HandoverDeclined x => (null, x.Reason),
        MatterOpened x => (x.Summary, null),
        MatterNoteAdded x => (x.Text, null),
        MatterDecided x => (x.Text, null),
        TaskCreated x => (x.Title, null),
        _ => (null, null),
    };
}
