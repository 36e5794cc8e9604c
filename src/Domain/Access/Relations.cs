using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;
using Hub.Domain.Tenants;

namespace Hub.Domain.Access;

/// <summary>Finds out what a person is to a thing. A thing that is not there is nothing to anybody.</summary>
internal static class Relations
{
    public static Relation To(AccessStep step, Guid id, WorkspaceState state, Viewer viewer, Command command, DateTimeOffset now) => step.Thing switch
    {
        Thing.Area => ToArea(viewer),
        Thing.Case => state.Case(id) is { } c ? To(c, viewer, command, now) : Relation.Ingen,
        Thing.Handover => state.Handovers.TryGetValue(id, out var caseId) && state.Case(caseId) is { } c ? To(c, viewer, command, now) : Relation.Ingen,
        Thing.Matter => state.Matter(id) is { } m ? To(m, viewer) : Relation.Ingen,
        Thing.Task => state.Task(id) is { } t ? To(t, state, viewer) : Relation.Ingen,
        _ => Relation.Ingen,
    };

    public static Relation To(Case c, Viewer viewer, Command command, DateTimeOffset now)
    {
        var sight = CaseSight.Of(c, viewer);
        if (viewer.IsSystem)
        {
            return If(sight != Sight.None, Relation.SystemReads);
        }

        var relation = If(viewer.UserId == Guid.Empty, Relation.Clock)
            | If(c.Flaggers.Any(f => f.UserId == viewer.UserId), Relation.FlaggedInPerson)
            | If(sight != Sight.None, Relation.Knows)
            | If(c.Unseals.Any(u => Oversight.IsToldOf(u, viewer)), Relation.ToldOfUnseal)
            | If(sight != Sight.None && viewer.Member.Rolle == Rolle.Dpo, Relation.Dpo);
        return sight == Sight.Full ? relation | AsReader(c, viewer, command, now) : relation;
    }

    public static Relation To(Matter m, Viewer viewer) => !CaseSight.Sees(m, viewer) ? Relation.Ingen :
        viewer.IsSystem ? Relation.SystemReads :
        Relation.Side
        | If(viewer.Offices.Has(m.Kontor), Relation.Answers)
        | If(viewer.Offices.Has(m.Kontor) && m.Kontor == Kontor.Bestyrelseskontor, Relation.AnswersAsBoard);

    /// <summary>What a user is to a boligorganisation.</summary>
    public static Relation To(TenantState tenant, Guid user) =>
        user == Guid.Empty ? Relation.Operator
        : If(tenant.Members.Any(m => m.Key.User == user && m.Value.Rolle == Rolle.Admin), Relation.Admin);

    private static Relation To(AreaTask t, WorkspaceState state, Viewer viewer) => !CaseSight.Sees(t, state, viewer) ? Relation.Ingen :
        viewer.IsSystem ? Relation.SystemReads :
        Relation.Side
        | If(viewer.Offices.Has(t.Kontor), Relation.Answers)
        | If(viewer.Offices.Has(t.From), Relation.Asks);

    private static Relation ToArea(Viewer viewer) =>
        viewer.IsSystem ? Relation.Member | If(viewer.Member.Scope.HasFlag(SystemScope.Flag), Relation.SystemFlags) :
        viewer.UserId == Guid.Empty ? Relation.Clock :
        Relation.Member
        | If(viewer.Member.Kontor is not null, Relation.InOffice)
        | If(viewer.Offices != Kontorer.Ingen, Relation.ActsForOffice);

    private static Relation AsReader(Case c, Viewer viewer, Command command, DateTimeOffset now)
    {
        var offices = viewer.StaffOffices;
        return If(c.Flaggers.Any(f => offices.Has(f.Kontor)), Relation.Flagged)
            | If(offices.Has(c.FirstFlagger.Kontor), Relation.RaisedFirst)
            | If(offices.Overlaps(c.Held), Relation.Held)
            | If(c.Pending is { } p && offices.Has(p.To), Relation.Asked)
            | If(CaseSight.Identity(c, viewer, now) == IdentityState.Aaben, Relation.SeesWho)
            | (offices.Has(c.Kontor) ? AsHolder(c, viewer, command) : Relation.Ingen);
    }

    private static Relation AsHolder(Case c, Viewer viewer, Command command) =>
        Relation.Holds
        | If(viewer.IsLeader, Relation.Leads)
        | If(c.Assignee == viewer.UserId, Relation.Works)
        | If(c.Assignee is null && command is AssignCase assign && assign.UserId == viewer.UserId, Relation.TakesFree);

    private static Relation If(bool holds, Relation relation) => holds ? relation : Relation.Ingen;
}
