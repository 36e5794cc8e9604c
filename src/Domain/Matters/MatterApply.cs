using Hub.Contracts;

namespace Hub.Domain.Matters;

/// <summary>What each matter event does to state.</summary>
internal static class MatterApply
{
    public static WorkspaceState Apply(WorkspaceState state, MatterEvent e, Recorded recorded)
    {
        var after = e is MatterOpened opened ? Open(opened, recorded) : state.Matter(e.MatterId) is { } m ? Change(m, e, recorded) : null;
        if (after is null)
        {
            return state;
        }

        state = Touch(state.With(after), after.CaseId, recorded);
        return e switch
        {
            MatterOpened x => state with { LastMatter = Math.Max(state.LastMatter, x.Number) },
            MatterClosed => state.Remember(new Ended(after.Id, recorded.At)),
            _ => state,
        };
    }

    /// <summary>A change of a matter or task is a change of the case it belongs to, for those who may know that it does.</summary>
    public static WorkspaceState Touch(WorkspaceState state, Guid? caseId, Recorded recorded) =>
        caseId is { } id && state.Case(id) is { } c
            ? state.With(c with { Reached = c.Reached.With(recorded.Audience.KnowsCase & Kontorer.Personale, recorded) })
            : state;

    private static Matter Open(MatterOpened e, Recorded recorded) =>
        new(e.MatterId, e.Number, e.CaseId, e.OpenedFrom, e.Kontor, e.Title, e.Summary, recorded.At, e.RespondBy);

    private static Matter Change(Matter m, MatterEvent e, Recorded recorded) => e switch
    {
        MatterPutOnAgenda x => m with { Status = MatterStatus.PaaDagsorden, AgendaDate = x.Date },
        MatterDecided x => m with { Status = MatterStatus.Besluttet, Decision = x.Text },
        MatterTextCorrected x => m with
        {
            Title = Rights.Replaced.In(m.Title, x),
            Summary = Rights.Replaced.In(m.Summary, x),
            Decision = m.Decision is { } decision ? Rights.Replaced.In(decision, x) : null,
        },
        MatterOverdue => m with { Overdue = true },
        MatterClosed x => m with { Status = MatterStatus.Lukket, Outcome = x.Outcome, ClosedAt = recorded.At },
        MatterReopened x => m with { Status = MatterStatus.Ny, Outcome = null, ClosedAt = null, Overdue = false, RespondBy = x.RespondBy },
        _ => m,
    };
}
