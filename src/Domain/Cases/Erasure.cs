namespace Hub.Domain.Cases;

/// <summary>Forgetting plaintext in memory when a key has been dropped.</summary>
internal static class Erasure
{
    public static WorkspaceState Forget(WorkspaceState state, IReadOnlyList<Guid> owners)
    {
        foreach (var task in state.Tasks.Values.Where(t => owners.Contains(t.Title.Owner)))
        {
            state = state.With(task with { Title = task.Title.Forgotten() });
        }

        foreach (var matter in state.Matters.Values.Where(m => owners.Contains(m.Summary.Owner)))
        {
            state = state.With(matter with
            {
                Title = matter.Title.Forgotten(),
                Summary = matter.Summary.Forgotten(),
                Decision = matter.Decision?.Forgotten(),
            });
        }

        foreach (var c in state.Cases.Values.Where(c => c.Pending is { } p && owners.Contains(p.Summary.Owner)))
        {
            state = state.With(c with { Pending = c.Pending! with { Summary = c.Pending.Summary.Forgotten() } });
        }

        foreach (var c in state.Cases.Values.Where(c => (c.Basis.Purpose ?? c.Basis.Note) is { } text && owners.Contains(text.Owner)))
        {
            state = state.With(c with { Basis = c.Basis with { Purpose = c.Basis.Purpose?.Forgotten(), Note = c.Basis.Note?.Forgotten() } });
        }

        return state;
    }
}
