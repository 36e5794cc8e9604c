using Hub.Contracts;

namespace Hub.Domain.Rights;

/// <summary>The texts of every event that can belong to a case, each under a key of its own. Who somebody is, is no text.</summary>
public static class CaseTexts
{
    public static IReadOnlyList<Secret> Of(Event e)
    {
        var texts = new List<Secret>();
        Map(e, text =>
        {
            texts.Add(text);
            return text;
        });
        return texts;
    }

    /// <summary>The same event with other texts.</summary>
    public static Event Map(Event e, Func<Secret, Secret> map) => e switch
    {
        CaseFlagged x => x with { Description = map(x.Description), Basis = Map(x.Basis, map) },
        NoteAdded x => x with { Text = map(x.Text) },
        BeboerDescribed x => x with { Kan = Maybe(x.Kan, map), Vil = Maybe(x.Vil, map) },
        LegalBasisRecorded x => x with { Basis = Map(x.Basis, map) },
        CaseUnsealed x => x with { Reason = map(x.Reason) },
        DisclosureRecorded x => x with { Modtager = map(x.Modtager), Hvad = map(x.Hvad) },
        CaseClosed x => x with { Note = Maybe(x.Note, map) },
        CaseReopened x => x with { Reason = map(x.Reason) },
        HandoverOffered x => x with { Reason = map(x.Reason), Summary = map(x.Summary) },
        HandoverDeclined x => x with { Reason = map(x.Reason) },
        HoldPlaced x => x with { Note = Maybe(x.Note, map) },
        CaseRestricted x => x with { Note = Maybe(x.Note, map) },
        RemarkAdded x => x with { Text = map(x.Text) },
        TaskCreated x => x with { Title = map(x.Title) },
        MatterOpened x => x with { Title = map(x.Title), Summary = map(x.Summary) },
        MatterNoteAdded x => x with { Text = map(x.Text) },
        MatterDecided x => x with { Text = map(x.Text) },
        _ => e,
    };

    internal static LegalBasis Map(LegalBasis basis, Func<Secret, Secret> map) =>
        basis with { Purpose = Maybe(basis.Purpose, map), Note = Maybe(basis.Note, map) };

    internal static Secret? Maybe(Secret? text, Func<Secret, Secret> map) => text is null ? null : map(text);
}
