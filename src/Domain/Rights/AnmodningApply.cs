using Hub.Contracts;

namespace Hub.Domain.Rights;

/// <summary>What each event of a request does to state.</summary>
internal static class AnmodningApply
{
    public static WorkspaceState Apply(WorkspaceState state, AnmodningEvent e, Recorded recorded) =>
        e is AnmodningReceived x ? state.With(new Anmodning(x.AnmodningId, x.CaseId, x.PersonId, x.Kind, x.ReceivedAt, x.RemindAt, x.Due))
        : state.Anmodninger.TryGetValue(e.AnmodningId, out var a) ? state.With(Change(a, e, recorded.At))
        : state;

    private static Anmodning Change(Anmodning a, AnmodningEvent e, DateTimeOffset at) => e switch
    {
        AnmodningExtended x => a with { Extended = true, Reminded = false, Overdue = false, RemindAt = x.RemindAt, Due = x.Due },
        AnmodningReminded => a with { Reminded = true },
        AnmodningOverdue => a with { Overdue = true },
        AnmodningAnswered => a with { EndedAt = at },
        AnmodningRefused => a with { EndedAt = at, Refused = true },
        IndsigtHidden x => a with { Decided = a.Decided.SetItem(x.ItemId, x.Ground) },
        IndsigtShown x => a with { Decided = a.Decided.SetItem(x.ItemId, null) },
        _ => a,
    };
}
