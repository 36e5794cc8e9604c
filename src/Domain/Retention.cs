using Hub.Domain.Cases;
using Hub.Domain.Matters;

namespace Hub.Domain;

/// <summary>What has ended stays on screen for a while and then leaves memory; the log keeps it.</summary>
public static class Retention
{
    /// <summary>How long an ended case, matter or task stays on the lists.</summary>
    public static readonly TimeSpan OnScreen = TimeSpan.FromDays(30);

    /// <summary>How many ended things stay in memory at most, so that it does not grow with history.</summary>
    public const int MostKept = 300;

    /// <summary>Nobody who watches over an area stays away longer; where there is nobody, its leaders have seen it.</summary>
    private static readonly TimeSpan WaitsForOversight = TimeSpan.FromDays(365);

    /// <summary>Lets go of what ended long ago, by the time of the latest event.</summary>
    public static WorkspaceState Settle(WorkspaceState state)
    {
        for (var left = state.EndedCount; left > 0 && IsDue(state); left--)
        {
            var oldest = state.Ended.Peek();
            var rest = state with { Ended = state.Ended.Dequeue(), EndedCount = state.EndedCount - 1 };
            state = IsHeld(state, oldest.Id) || IsNeeded(state, oldest.Id) ? rest.Remember(oldest) : LetGo(rest, oldest);
        }

        return state;
    }

    /// <summary>Something that had left memory comes back for a turn, and leaves again in its time.</summary>
    public static WorkspaceState Recall(WorkspaceState state, Case c)
    {
        state = state.With(c) with { Handovers = state.Handovers.SetItems(c.Handovers.Select(h => KeyValuePair.Create(h, c.Id))) };
        return c.ClosedAt is { } at ? state.Remember(new Ended(c.Id, at)) : state;
    }

    /// <summary>The same for a matter.</summary>
    public static WorkspaceState Recall(WorkspaceState state, Matter m) =>
        m.ClosedAt is { } at ? state.With(m).Remember(new Ended(m.Id, at)) : state.With(m);

    private static bool IsDue(WorkspaceState state) =>
        state.EndedCount > MostKept || state.At - state.Ended.Peek().At > OnScreen;

    /// <summary>A case that is held comes up again: its deadline finds it here. What may not be used stands on the dpo's list.</summary>
    private static bool IsHeld(WorkspaceState state, Guid caseId) => state.Case(caseId) is { Hold: not null } or { Restriction: not null };

    /// <summary>
    /// While a matter or a task that came from the case is shown, its texts are held against the case's people; and a broken seal
    /// that nobody has seen does not pass out of sight.
    /// </summary>
    private static bool IsNeeded(WorkspaceState state, Guid caseId) =>
        state.MattersOf(caseId).Any() || state.TasksOf(caseId).Any() || state.Case(caseId)?.Unseals.Any(u => IsUnseen(u, state.At)) == true;

    /// <summary>A leader's word does not take it from whoever watches over the area, however much else is ended meanwhile.</summary>
    private static bool IsUnseen(Unseal u, DateTimeOffset now) => u.SeenBy.IsEmpty || (!u.Overseen && now - u.At < WaitsForOversight);

    private static WorkspaceState LetGo(WorkspaceState state, Ended ended)
    {
        if (state.Case(ended.Id) is { } c && c.ClosedAt == ended.At)
        {
            return state.Without(c);
        }

        if (state.Matter(ended.Id) is { } m && m.ClosedAt == ended.At)
        {
            return state.Without(m);
        }

        return state.Task(ended.Id) is { } t && t.CompletedAt == ended.At ? state.Without(t) : state;
    }
}
