using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Deletion;

/// <summary>Which cases wait for the nightly run, so that the store can be told. A case that is held (GDPR art. 17(3)) or may not be used (art. 18) does not.</summary>
public static class Deletables
{
    public static DeletableCase? Of(Case c) => c switch
    {
        _ when Holds.Keeps(c) || c.Restriction is not null => null,
        { Outcome: { } outcome, ClosedAt: { } closed } => new(c.Id, c.Number, c.Category, outcome, closed),
        { Taken: null, Pending: null, Held: Kontorer.Ingen, IsClosed: false } when c.Workers.IsEmpty => new(c.Id, c.Number, c.Category, null, c.UpdatedAt),
        _ => null,
    };

    /// <summary>What changed between two states, for the cases that the events touched.</summary>
    public static (IReadOnlyList<DeletableCase> Set, IReadOnlyList<Guid> Clear) Diff(WorkspaceState before, WorkspaceState after, IEnumerable<Event> events)
    {
        var touched = events.OfType<CaseEvent>().Select(e => e.CaseId).Distinct().ToList();
        var now = touched.Select(id => Of(after, id)).OfType<DeletableCase>().ToList();
        return (
            [.. now.Where(c => c != Of(before, c.CaseId))],
            [.. touched.Where(id => Of(before, id) is not null && now.All(c => c.CaseId != id))]);
    }

    private static DeletableCase? Of(WorkspaceState state, Guid id) => state.Case(id) is { } c ? Of(c) : null;
}
