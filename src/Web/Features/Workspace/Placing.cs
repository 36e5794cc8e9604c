using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Features.Workspace;

/// <summary>Which card stands where, for one viewer: each thing once, by who has the next move.</summary>
internal sealed class Placing(Viewer viewer, DateTimeOffset now)
{
    /// <summary>A case that somebody has and that has not moved for this long is stuck.</summary>
    public static readonly TimeSpan StuckAfter = TimeSpan.FromDays(14);

    private readonly Kontor own = OwnPier(viewer) ?? default;

    /// <summary>The office whose pier is the viewer's own; null for those who work in none.</summary>
    public static Kontor? OwnPier(Viewer viewer) =>
        viewer.Member.Kontor ?? viewer.StaffOffices.Each().Select(k => (Kontor?)k).FirstOrDefault();

    /// <summary>Whether the page greets the viewer with the three things a vicevært comes for.</summary>
    public static bool IsVicevaert(Viewer viewer) => viewer.Member is { Kontor: Kontor.Ejendomskontor, Rolle: Rolle.Medarbejder };

    public Guid Reader => viewer.UserId;

    public Spot? Of(CaseCard c, HandoverCard? handover, bool waits) =>
        c.Status == CaseStatus.Afsluttet ? null
        : handover is { } h ? (Ours(h.ToKontor) ? Own(Lane.SvarNu) : new Spot(h.ToKontor, Lane.PaaVej))
        : !Ours(c.Kontor) ? new Spot(c.Kontor, Lane.Andre)
        : Own(
            viewer.IsLeader && IsStuck(c) ? Lane.SidderFast
            : c.Late ? Lane.ForSent
            : viewer.IsLeader && c.Assignee is null ? Lane.UdenAnsvarlig
            : waits && c.Status != CaseStatus.Ny ? Lane.VenterPaaAndre
            : Lane.HosOs);

    public Spot? Of(MatterCard m) => m.Status switch
    {
        MatterStatus.Lukket => null,
        MatterStatus.Besluttet => Ours(m.OpenedFrom) ? Own(Lane.HosOs) : new Spot(m.OpenedFrom, Lane.Andre),
        _ => Ours(m.Kontor) ? Own(Lane.SvarNu) : new Spot(m.Kontor, Lane.PaaVej),
    };

    /// <summary>A task that a case of ours waits for stands on the card of that case.</summary>
    public Spot? Of(TaskCard t, bool onOwnCase) =>
        t.Status == TaskState.Udfoert ? null
        : Ours(t.Kontor) ? Own(
            IsVicevaert(viewer) ? Lane.Opgaver
            : t.Purpose == TaskPurpose.SpoergBeboeren ? Lane.SvarNu
            : t.Late ? Lane.ForSent
            : Lane.HosOs)
        : Ours(t.From) && !onOwnCase ? Own(Lane.VenterPaaAndre)
        : null;

    public bool Ours(Kontor kontor) => viewer.StaffOffices.Has(kontor);

    private bool IsStuck(CaseCard c) => c.ExpiredBack || (c.Status == CaseStatus.IGang && now - c.UpdatedAt > StuckAfter);

    private Spot Own(Lane lane) => new(own, lane);
}
