using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Rights;
using Hub.Domain.Tasks;
using Hub.Domain.Views;

namespace Hub.Domain;

/// <summary>Folds events into state. Never refuses: what stands in the log has happened.</summary>
public static class WorkspaceApply
{
    public static WorkspaceState Apply(WorkspaceState state, Recorded recorded)
    {
        state = BoardFigures.Turn(state, recorded.At);
        var next = recorded.Event switch
        {
            CaseEvent e => CaseApply.Apply(state, e, recorded),
            MatterEvent e => MatterApply.Apply(state, e, recorded),
            AnmodningEvent e => AnmodningApply.Apply(state, e, recorded),
            TaskEvent e => TaskApply.Apply(state, e, recorded),
            _ => state,
        };
        return next with { Seq = recorded.Seq, BoardSeq = recorded.BoardSeq ?? state.BoardSeq, At = recorded.At, LastEvent = recorded.EventId };
    }

    /// <summary>Folds the events of one case alone: how a case that has left memory comes back.</summary>
    public static Case? Rebuild(IEnumerable<Recorded> history) =>
        history.Aggregate(WorkspaceState.Empty, Apply).Cases.Values.SingleOrDefault();

    /// <summary>The same for a matter.</summary>
    public static Matter? RebuildMatter(IEnumerable<Recorded> history) =>
        history.Aggregate(WorkspaceState.Empty, Apply).Matters.Values.SingleOrDefault();
}
