using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Matters;

namespace Hub.Domain.Tasks;

/// <summary>What each task event does to state.</summary>
internal static class TaskApply
{
    public static WorkspaceState Apply(WorkspaceState state, TaskEvent e, Recorded recorded)
    {
        var after = e is TaskCreated created ? Create(state, created, recorded) : state.Task(e.TaskId) is { } t ? Change(state, t, e, recorded) : null;
        if (after is null)
        {
            return state;
        }

        state = MatterApply.Touch(state.With(after), after.CaseId, recorded);
        return e is TaskCompleted ? state.Remember(new Ended(after.Id, recorded.At)) : state;
    }

    private static AreaTask Create(WorkspaceState state, TaskCreated e, Recorded recorded) =>
        new(e.TaskId, e.CaseId, e.MatterId, e.From, e.Kontor, e.Assignee, e.Purpose, e.Title, e.Due) { Author = Author.Of(state.CasesAround(e.CaseId, e.MatterId).FirstOrDefault(), recorded) };

    private static AreaTask Change(WorkspaceState state, AreaTask t, TaskEvent e, Recorded recorded) => e switch
    {
        TaskCompleted => t with { CompletedAt = recorded.At },
        TaskReopened => t with { CompletedAt = null, Overdue = false },
        TaskAssigned x => t with { Assignee = x.UserId },
        TaskTitleCorrected x => t with { Title = Rights.Replaced.In(t.Title, x), Author = Author.Of(state.CasesAround(t.CaseId, t.MatterId).FirstOrDefault(), recorded) },
        TaskOverdue => t with { Overdue = true },
        _ => t,
    };
}
