using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Cases;
using Hub.Domain.Rights;
using Hub.Domain.Texts;

namespace Hub.Domain.Views;

/// <summary>A case as its viewer may see it.</summary>
internal static class CaseViews
{
    public static CaseCard Card(Case c, Viewer viewer, DateTimeOffset now)
    {
        var sight = CaseSight.Of(c, viewer);
        var card = new CaseCard(
            c.Id, Numbers.Case(c.Number), c.Status, c.Kontor, c.FlaggedAt, UpdatedAt(c, viewer), sight,
            null, null, null, null, null, null, null, false, null, null, null, false);
        return sight < Sight.Full ? card : card with
        {
            Late = Late(c, now),
            Outcome = c.Outcome,
            ExpiredBack = c.ExpiredBack,
            Category = c.Category,
            Severity = c.Severity,
            Vulnerability = c.Vulnerability,
            Assignee = c.Assignee,
            FlaggedBy = c.FirstFlagger.UserId,
            FlaggedFrom = c.FirstFlagger.Kontor,
            BoernIHjemmet = c.BoernIHjemmet,
            Target = c.Taken is null && !c.IsClosed ? c.Target : null,
            Identity = Identity(c, c.Beboer, viewer, now),
        };
    }

    public static CaseView Whole(WorkspaceState state, Case c, IReadOnlyList<Recorded> history, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var card = Card(c, viewer, now);
        if (card.Sight < Sight.Full)
        {
            return new CaseView(card, c.Reached.By(viewer.StaffOffices).Seq, null, null, null, [], null, null, [], [], [], [], [], [], Actions.On(c, viewer, now))
            {
                Hold = Oversight.Oversees(viewer) ? Hold(c) : null,
                Restriction = c.Restriction,
                Persons = Persons(c, viewer, now),
            };
        }

        var reader = new CaseReader(c, viewer, now, area, history);
        var corrections = new Corrections(history);
        history = corrections.Read(history);
        var (description, mark) = Timelines.Description(history, viewer, reader);
        return new CaseView(
            card,
            c.Reached.By(viewer.StaffOffices).Seq,
            description,
            c.Kilde,
            c.Afdeling,
            [.. c.Parter.Select(p => new PartView(p.Rolle, Identity(c, p.Identity, viewer, now)))],
            Basis(c, viewer, now, reader),
            viewer.StaffOffices.Each().Where(c.UnsealedUntil.ContainsKey).Select(k => (DateTimeOffset?)c.UnsealedUntil[k]).Where(u => u > now).Max(),
            [.. Timelines.Of(history, viewer, reader).Select(e => corrections.On(e, reader.Mask))],
            [.. state.TasksOf(c.Id).Where(t => CaseSight.Sees(t, state, viewer)).Select(t => WorkspaceViews.Task(t, state, viewer, now, area))],
            c.Pending is null ? [] : [Handover(c, c.Pending, viewer, now, area)],
            [.. c.Links.Select(l => Link(state, l, viewer)).OfType<LinkView>()],
            SameDoor(state, c, viewer, now),
            c.Underretninger,
            Actions.On(c, viewer, now))
        {
            Mark = mark,
            Beboeren = Timelines.Beboeren(history, viewer, reader),
            NameAccess = Names.Of(c, viewer, now),
            Sharing = Kontorer.Personale.Each().ToDictionary(k => k, k => Sharing.To(k.AsSet(), viewer.Member.Employer, area)),
            OnCase = [.. CaseSight.Offices(c).Each()],
            ClosedAt = c.ClosedAt,
            NamesSealed = viewer.Member.NamesSealed ? true : null,
            Hold = Hold(c),
            Restriction = c.Restriction,
            Persons = Persons(c, viewer, now),
        };
    }

    public static HandoverCard Handover(Case c, Handover h, Viewer viewer, DateTimeOffset now, AreaFacts area)
    {
        var reader = new CaseReader(c, viewer, now, area);
        var mark = reader.Mark(h.Saerlig, h.From);
        return new HandoverCard(
            h.Id, c.Id, Numbers.Case(c.Number), h.From, h.To, HandoverStatus.Afventer, h.RespondBy, mark is { Hidden: true } ? null : reader.Mask(h.Summary.Value, h.Author),
            now > h.RespondBy)
        {
            Mark = mark,
        };
    }

    /// <summary>When it last changed for this viewer: what their offices may not know of leaves no trace here either.</summary>
    private static DateTimeOffset UpdatedAt(Case c, Viewer viewer) =>
        c.Reached.By(viewer.StaffOffices) is { Seq: > 0 } change ? change.At : c.FlaggedAt;

    public static bool Late(Case c, DateTimeOffset now) => now > c.LateAfter;

    private static IdentityView Identity(Case c, Identity? person, Viewer viewer, DateTimeOffset now)
    {
        if (person is null || person.IsForgotten)
        {
            return IdentityView.None;
        }

        var open = Opening.Fields(c, viewer, now);
        var shown = person.Only(open);
        return open == IdentityFields.None
            ? IdentityView.Sealed
            : new IdentityView(
                IdentityState.Aaben, shown.Name?.Value, shown.Address?.Value, shown.Lejemaal?.Value, shown.Phone?.Value, CaseSight.SealsAt(c, viewer, now),
                Names.Why(c, viewer, now), person.Filled & ~open);
    }

    /// <summary>What the identity is passed on for is told to those who see the identity.</summary>
    private static LegalBasisView Basis(Case c, Viewer viewer, DateTimeOffset now, CaseReader reader) => new(
        c.Basis.Kind, c.Basis.Form, CaseSight.Identity(c, viewer, now) == IdentityState.Aaben ? reader.Mask(c.Basis.Purpose) : null,
        [.. c.Basis.Recipients.Each()], c.Basis.Expires, c.Basis.Expires <= now)
    {
        Covers = [.. c.Basis.Covers.Each()],
    };

    /// <summary>Whoever may take down a request says whose it is, by part and never by name.</summary>
    private static IReadOnlyList<PersonRef> Persons(Case c, Viewer viewer, DateTimeOffset now) =>
        !Permissions.May(new ReceiveAnmodning(c.Id, default, default, now, null), c, viewer, now) ? [] : [.. Rights.Persons.Of(c)];

    internal static HoldView? Hold(Case c) => c.Hold is { } hold ? new HoldView(hold.Ground, hold.ReviewBy, hold.ReviewDue) : null;

    private static LinkView? Link(WorkspaceState state, Link link, Viewer viewer) =>
        state.Case(link.CaseId) is { } other && CaseSight.Of(other, viewer) != Sight.None
            ? new LinkView(other.Id, Numbers.Case(other.Number), link.Kind)
            : null;

    private static IReadOnlyList<Contracts.SameDoor> SameDoor(WorkspaceState state, Case c, Viewer viewer, DateTimeOffset now) =>
        CaseSight.Identity(c, viewer, now) != IdentityState.Aaben ? [] :
        [
            .. c.SameDoorAs.Select(state.Case).OfType<Case>()
                .Where(o => !o.IsClosed && CaseSight.Identity(o, viewer, now) == IdentityState.Aaben)
                .Select(o => new Contracts.SameDoor(o.Id, Numbers.Case(o.Number))),
        ];
}
