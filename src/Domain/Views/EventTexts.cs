using Hub.Contracts;

namespace Hub.Domain.Views;

/// <summary>What an event says, and what it tells of health or offences.</summary>
internal static class EventTexts
{
    public static (Secret? Text, Secret? Reason) Of(Event e) => e switch
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

    public static Saerlig Marked(Event e) => e switch
    {
        CaseFlagged x => x.Saerlig,
        NoteAdded x => x.Saerlig,
        BeboerDescribed x => x.Saerlig,
        HandoverOffered x => x.Saerlig,
        _ => Saerlig.Ingen,
    };
}
