using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;

namespace Hub.Domain.Access;

/// <summary>
/// Who may send which command towards what: the one table of the house. What one cannot see counts as not there;
/// what one can see but may not do is not allowed. Whether the command makes sense now is for Decide.
/// </summary>
public static class Permissions
{
    /// <summary>Null when the viewer may send the command; the same answer for foreign and absent.</summary>
    public static Rejection? Check(WorkspaceState state, Viewer viewer, Command command, DateTimeOffset now) => command switch
    {
        MeetDeadline => null,
        FlagCase => Allow(viewer.Member.Kontor is not null),
        OpenMatter => Allow(viewer.Member.Kontor is not null),
        RecordCall or RecordUnderretning when IsFlagger(state, viewer, (CaseCommand)command) => null,
        ErasePersons x => OnCase(state, viewer, x.CaseId, Sight.Status, _ => viewer.Member.Rolle == Rolle.Dpo),
        LinkCases x => OnCase(state, viewer, x.CaseId, Sight.Full, c => Holds(c, viewer)) ?? OnCase(state, viewer, x.OtherCaseId, Sight.Full, _ => true),
        CaseCommand x => OnCase(state, viewer, x.CaseId, Sight.Full, c => May(x, c, viewer, now)),
        HandoverCommand x => OnHandover(state, viewer, x),
        MatterCommand x => state.Matter(x.MatterId) is { } m && CaseSight.Sees(m, viewer) ? Allow(May(x, m, viewer)) : NotFound,
        CreateTask x => MayCreate(x, state, viewer),
        TaskCommand x => state.Task(x.TaskId) is { } t && CaseSight.Sees(t, state, viewer) ? Allow(May(x, t, viewer)) : NotFound,
        _ => NotAllowed,
    };

    public static Rejection NotFound { get; } = new(RejectionCode.NotFound);

    public static Rejection NotAllowed { get; } = new(RejectionCode.NotAllowed);

    /// <summary>One row per command on a case: the relation that it takes.</summary>
    public static bool May(CaseCommand command, Case c, Viewer viewer, DateTimeOffset now) => command switch
    {
        PickUpCase or CloseCase or OfferHandover or AskFlagger or LinkCases => Holds(c, viewer),
        AssignCase x => Holds(c, viewer) && (viewer.IsLeader || c.Assignee == viewer.UserId || (c.Assignee is null && x.UserId == viewer.UserId)),
        AddNote or DescribeBeboer or RecordDisclosure or RecordUnderretning or WithdrawLegalBasis => true,
        RecordCall => c.Flaggers.Any(f => f.UserId == viewer.UserId),
        RecordLegalBasis => FlaggedFor(c, viewer) || CaseSight.Identity(c, viewer, now) == IdentityState.Aaben,
        ReopenCase => Holds(c, viewer) || FlaggedFor(c, viewer),
        UnsealCase => Holds(c, viewer) || c.Pending?.To is { } asked && viewer.StaffOffices.Has(asked),
        ErasePersons => viewer.Member.Rolle == Rolle.Dpo,
        _ => false,
    };

    public static bool May(MatterCommand command, Matter m, Viewer viewer) => command switch
    {
        PutMatterOnAgenda => m.Kontor == Kontor.Bestyrelseskontor && viewer.Offices.Has(m.Kontor),
        DecideMatter => viewer.Offices.Has(m.Kontor),
        AddMatterNote or CloseMatter or ReopenMatter => true,
        _ => false,
    };

    private static bool May(TaskCommand command, AreaTask t, Viewer viewer) => command switch
    {
        CompleteTask or AssignTask => viewer.Offices.Has(t.Kontor),
        ReopenTask => viewer.Offices.Has(t.Kontor) || viewer.Offices.Has(t.From),
        _ => false,
    };

    private static Rejection? MayCreate(CreateTask x, WorkspaceState state, Viewer viewer)
    {
        if (viewer.Offices == Kontorer.Ingen)
        {
            return NotAllowed;
        }

        if (x.CaseId is { } c && OnCase(state, viewer, c, Sight.Full, _ => true) is { } refusal)
        {
            return refusal;
        }

        return x.MatterId is { } m && (state.Matter(m) is not { } matter || !CaseSight.Sees(matter, viewer)) ? NotFound : null;
    }

    private static Rejection? OnHandover(WorkspaceState state, Viewer viewer, HandoverCommand x) =>
        state.Handovers.TryGetValue(x.HandoverId, out var caseId)
            ? OnCase(state, viewer, caseId, Sight.Full, _ => true)
            : NotFound;

    private static Rejection? OnCase(WorkspaceState state, Viewer viewer, Guid caseId, Sight needed, Func<Case, bool> may)
    {
        if (state.Case(caseId) is not { } c || CaseSight.Of(c, viewer) is not (not Sight.None and var sight))
        {
            return NotFound;
        }

        return Allow(sight >= needed && may(c));
    }

    /// <summary>The duty to notify and the calls in an emergency are personal: whoever flagged records them, also a board member.</summary>
    private static bool IsFlagger(WorkspaceState state, Viewer viewer, CaseCommand command) =>
        state.Case(command.CaseId) is { } c && c.Flaggers.Any(f => f.UserId == viewer.UserId);

    private static bool Holds(Case c, Viewer viewer) => viewer.StaffOffices.Has(c.Kontor);

    private static bool FlaggedFor(Case c, Viewer viewer) => c.Flaggers.Any(f => viewer.StaffOffices.Has(f.Kontor));

    private static Rejection? Allow(bool allowed) => allowed ? null : NotAllowed;
}
