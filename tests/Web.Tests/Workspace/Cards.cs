using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Web.Features.Workspace;

namespace Hub.Web.Tests.Workspace;

/// <summary>Cards as an office sees them, and the bridges of those who look.</summary>
internal static class Cards
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero);

    public static readonly Guid Me = Guid.NewGuid();

    public static Viewer Boligsocial { get; } = Viewer(Kontor.BoligsocialtKontor);

    public static Viewer Leder { get; } = Viewer(Kontor.BoligsocialtKontor, Rolle.Leder);

    public static Viewer Vicevaert { get; } = Viewer(Kontor.Ejendomskontor);

    public static Viewer Ejendomsleder { get; } = Viewer(Kontor.Ejendomskontor, Rolle.Leder);

    public static Viewer Dpo { get; } = new(new Membership(default, default, Me, null, Rolle.Dpo, Employer.Boligorganisation), Kontorer.Ingen);

    public static CaseCard Case(
        Kontor kontor = Kontor.BoligsocialtKontor, CaseStatus status = CaseStatus.Ny, Severity severity = Severity.Mellem, bool late = false,
        bool expiredBack = false, Guid? assignee = null, DateTimeOffset? updated = null, DateTimeOffset? target = null, string number = "S-0001") => new(
        Guid.NewGuid(), number, status, kontor, Now.AddDays(-1), updated ?? Now, Sight.Full, Category.Mistrivsel, severity, Vulnerability.Ukendt, assignee,
        Me, Kontor.Ejendomskontor, false, late, target, IdentityView.Sealed, null, expiredBack);

    public static CaseCard Taken(Kontor kontor = Kontor.BoligsocialtKontor, DateTimeOffset? updated = null) =>
        Case(kontor, CaseStatus.IGang, assignee: Guid.NewGuid(), updated: updated);

    public static HandoverCard Handover(CaseCard c, Kontor to) =>
        new(Guid.NewGuid(), c.CaseId, c.Number, c.Kontor, to, HandoverStatus.Afventer, Now.AddDays(3), "Se på væggen", false);

    public static TaskCard Task(
        Kontor from, Kontor to, CaseCard? c = null, bool late = false, TaskState status = TaskState.Aaben, TaskPurpose purpose = TaskPurpose.Opgave) =>
        new(Guid.NewGuid(), "Stil en container", to, from, status, c?.CaseId, null, null, purpose, Now.AddDays(1), late);

    public static MatterCard Matter(Kontor from, Kontor to, MatterStatus status = MatterStatus.Ny, CaseCard? c = null) => new(
        Guid.NewGuid(), "M-0001", "Lyset på stien", "Tre lamper er slukket", status, Now, status <= MatterStatus.PaaDagsorden ? Now.AddDays(5) : null, from, to,
        c?.CaseId, null, null, null, false);

    public static Bridge Bridge(Viewer viewer, params object[] things) => Features.Workspace.Bridge.Of(
        new WorkspaceView(
            1, [.. things.OfType<CaseCard>()], [.. things.OfType<TaskCard>()], [.. things.OfType<HandoverCard>()], [.. things.OfType<MatterCard>()],
            new Dictionary<Kontor, OfficeCount>()),
        viewer, Now);

    private static Viewer Viewer(Kontor kontor, Rolle rolle = Rolle.Medarbejder) =>
        new(new Membership(default, default, Me, kontor, rolle, Employer.Boligorganisation), kontor.AsSet());
}
