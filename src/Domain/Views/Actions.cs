using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Matters;

namespace Hub.Domain.Views;

/// <summary>The commands a viewer may send now, in the spelling of the API: what is not allowed is not shown.</summary>
internal static class Actions
{
    public static IReadOnlyList<string> On(Case c, Viewer viewer, DateTimeOffset now)
    {
        var open = !c.IsClosed;
        var pending = c.Pending;
        return Allowed(
            ("pickup", open && c.Taken is null && pending is null, new PickUpCase(c.Id)),
            ("assign", open, new AssignCase(c.Id, viewer.UserId)),
            ("notes", open, new AddNote(c.Id, "", NoteAudience.Eget, NoteKind.Note, null)),
            ("beboer", open, new DescribeBeboer(c.Id, null, null, BeboerVed.VedIkke)),
            ("legal-basis", open && Named(c), new RecordLegalBasis(c.Id, new LegalBasisInput(LegalBasisKind.IkkeSpurgt))),
            ("legal-basis/withdraw", c.Basis.Kind != LegalBasisKind.IkkeSpurgt, new WithdrawLegalBasis(c.Id)),
            ("ask-flagger", open && CaseSight.IdentityToOffices(c, viewer, now) == IdentityState.Forseglet, new AskFlagger(c.Id)),
            ("unseal", open && !viewer.Member.NamesSealed && CaseSight.IdentityToOffices(c, viewer, now) == IdentityState.Forseglet, new UnsealCase(c.Id, UnsealKind.FareForLiv, "")),
            ("links", open, new LinkCases(c.Id, c.Id, LinkKind.SammePerson)),
            ("disclosures", true, new RecordDisclosure(c.Id, "", "", LegalBasisKind.Samtykke, now)),
            ("underretning", true, new RecordUnderretning(c.Id, now)),
            ("calls", true, new RecordCall(c.Id, CalledParty.Andre, now)),
            ("handovers", open && pending is null, new OfferHandover(c.Id, c.Kontor, "", "", null)),
            ("close", open && pending is null, new CloseCase(c.Id, Outcome.Loest, null)),
            ("reopen", c.IsClosed, new ReopenCase(c.Id, "")),
            ("hold", true, new PlaceHold(c.Id, default, null, now)),
            ("hold/lift", Holds.Keeps(c), new LiftHold(c.Id)));

        IReadOnlyList<string> Allowed(params (string Name, bool MakesSense, CaseCommand Command)[] actions) =>
        [
            .. actions.Where(a => a.MakesSense && Permissions.May(a.Command, c, viewer, now)).Select(a => a.Name),
            .. open && !viewer.IsSystem && CaseSight.Of(c, viewer) == Sight.Full ? ["tasks"] : Array.Empty<string>(),
            .. pending is { } p && !viewer.IsSystem && viewer.StaffOffices.Has(p.To) ? ["handovers/accept", "handovers/decline"] : Array.Empty<string>(),
            .. pending is { } q && !viewer.IsSystem && viewer.StaffOffices.Has(q.From) ? ["handovers/withdraw"] : Array.Empty<string>(),
        ];
    }

    public static IReadOnlyList<string> On(Matter m, Viewer viewer) =>
    [
        .. new (string Name, bool MakesSense, MatterCommand Command)[]
        {
            ("notes", m.Status != MatterStatus.Lukket, new AddMatterNote(m.Id, "")),
            ("agenda", m.AwaitsAnswer, new PutMatterOnAgenda(m.Id, default)),
            ("decide", m.AwaitsAnswer, new DecideMatter(m.Id, "")),
            ("close", m.Status != MatterStatus.Lukket, new CloseMatter(m.Id, default)),
            ("reopen", m.Status == MatterStatus.Lukket, new ReopenMatter(m.Id)),
        }.Where(a => a.MakesSense && Permissions.May(a.Command, m, viewer)).Select(a => a.Name),
    ];

    private static bool Named(Case c) => c.People.Any(p => !p.IsForgotten);
}
