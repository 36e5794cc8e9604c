using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Rights;

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
            ("legal-basis", open && c.HasSeal, new RecordLegalBasis(c.Id, new LegalBasisInput(LegalBasisKind.IkkeSpurgt))),
            ("legal-basis/withdraw", LegalBasisRules.Of(c.Basis.Kind) is { End: not BasisEnd.Never }, new WithdrawLegalBasis(c.Id)),
            ("ask-flagger", open && CaseSight.IdentityToOffices(c, viewer, now) == IdentityState.Forseglet, new AskFlagger(c.Id)),
            ("unseal", open && !viewer.Member.NamesSealed && Opening.KeepsAnything(c, viewer, now), new UnsealCase(c.Id, UnsealKind.FareForLiv, "")),
            ("links", open, new LinkCases(c.Id, c.Id, LinkKind.SammePerson)),
            ("disclosures", true, new RecordDisclosure(c.Id, "", "", LegalBasisKind.Samtykke, now)),
            ("underretning", true, new RecordUnderretning(c.Id, now)),
            ("calls", true, new RecordCall(c.Id, CalledParty.Andre, now)),
            ("handovers", open && pending is null, new OfferHandover(c.Id, c.Kontor, "", "", null)),
            ("close", open && pending is null, new CloseCase(c.Id, Outcome.Loest, null)),
            ("reopen", c.IsClosed, new ReopenCase(c.Id, "")),
            ("anmodninger", c.People.Any(p => !p.IsForgotten), new ReceiveAnmodning(c.Id, default, default, now, null)),
            ("restriction", c.Restriction is null, new RestrictCase(c.Id, default, null)),
            ("restriction/lift", c.Restriction is not null, new LiftRestriction(c.Id, now)),
            ("hold", true, new PlaceHold(c.Id, default, null, now)),
            ("hold/lift", Holds.Keeps(c), new LiftHold(c.Id)));

        IReadOnlyList<string> Allowed(params (string Name, bool MakesSense, CaseCommand Command)[] actions) =>
        [
            .. actions.Where(a => a.MakesSense && Restrictions.Permits(c, a.Command) && Permissions.May(a.Command, c, viewer, now)).Select(a => a.Name),
            .. open && c.Restriction is null && viewer.MayAct && CaseSight.Of(c, viewer) == Sight.Full ? ["tasks"] : Array.Empty<string>(),
            .. c.Restriction is null && pending is { } p && viewer.MayAct && viewer.StaffOffices.Has(p.To) ? ["handovers/accept", "handovers/decline"] : Array.Empty<string>(),
            .. c.Restriction is null && pending is { } q && viewer.MayAct && viewer.StaffOffices.Has(q.From) ? ["handovers/withdraw"] : Array.Empty<string>(),
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
}
