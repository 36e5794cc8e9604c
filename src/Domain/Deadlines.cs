using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Matters;
using Hub.Domain.Rights;
using Hub.Domain.Tasks;

namespace Hub.Domain;

/// <summary>Which deadlines follow from state, so that the store can be told what to set and what to clear.</summary>
public static class Deadlines
{
    /// <summary>The deadlines of a case, handover, matter, task or request.</summary>
    public static IReadOnlyList<Deadline> Of(WorkspaceState state, Guid subject) =>
        state.Case(subject) is { } c ? [.. OfCase(c)]
        : state.Handovers.TryGetValue(subject, out var caseId) && state.Case(caseId) is { Pending: { } p } h && p.Id == subject ? [.. OfHandover(h, p)]
        : state.Matter(subject) is { } m ? [.. OfMatter(m)]
        : state.Task(subject) is { } t ? [.. OfTask(t)]
        : state.Anmodninger.TryGetValue(subject, out var a) ? [.. OfAnmodning(a)]
        : [];

    /// <summary>What changed between two states, for the things that the events touched.</summary>
    public static (IReadOnlyList<Deadline> Set, IReadOnlyList<(DeadlineKind Kind, Guid Subject)> Clear) Diff(
        WorkspaceState before, WorkspaceState after, IEnumerable<Event> events)
    {
        var touched = events.SelectMany(e => Touched(before, after, e)).ToHashSet();
        var was = touched.SelectMany(id => Of(before, id)).ToHashSet();
        var now = touched.SelectMany(id => Of(after, id)).ToHashSet();
        var kept = now.Select(d => (d.Kind, d.Subject)).ToHashSet();
        return ([.. now.Except(was)], [.. was.Select(d => (d.Kind, d.Subject)).Where(k => !kept.Contains(k))]);
    }

    private static IEnumerable<Guid> Touched(WorkspaceState before, WorkspaceState after, Event e) => e switch
    {
        CaseEvent x => new[] { x.CaseId, before.Case(x.CaseId)?.Pending?.Id ?? Guid.Empty, after.Case(x.CaseId)?.Pending?.Id ?? Guid.Empty }
            .Concat(x is CaseClosed or CaseReopened or DeathNoted ? after.TasksOf(x.CaseId).Select(t => t.Id) : []),
        MatterEvent x => [x.MatterId],
        TaskEvent x => [x.TaskId],
        AnmodningEvent x => [x.AnmodningId],
        _ => [],
    };

    /// <summary>What seals an identity again is no reminder: neither the end of the case nor a death stops it.</summary>
    private static IEnumerable<Deadline> OfCase(Case c)
    {
        if (c is { IsClosed: false, Deceased: false, Taken: null, TargetMissed: false })
        {
            yield return At(DeadlineKind.CaseTarget, c.Id, c.Target);
        }

        if (c is { Basis.Expires: { } expires, BasisExpired: false })
        {
            yield return At(DeadlineKind.LegalBasisExpiry, c.Id, expires);
        }

        if (c is { Hold: { ReviewDue: false, ReviewBy: var review } })
        {
            yield return At(DeadlineKind.HoldReview, c.Id, review);
        }

        if (!c.UnsealedUntil.IsEmpty)
        {
            yield return At(DeadlineKind.UnsealExpiry, c.Id, c.UnsealedUntil.Values.Min());
        }
    }

    /// <summary>After a death nobody is reminded, but an unanswered handover still returns to its sender.</summary>
    private static IEnumerable<Deadline> OfHandover(Case c, Handover pending)
    {
        if (!pending.Reminded && !c.Deceased)
        {
            yield return At(DeadlineKind.HandoverReminder, pending.Id, pending.RemindAt);
        }

        yield return At(DeadlineKind.HandoverExpiry, pending.Id, pending.RespondBy);
    }

    private static IEnumerable<Deadline> OfMatter(Matter m) =>
        m is { AwaitsAnswer: true, Overdue: false } ? [At(DeadlineKind.MatterAnswer, m.Id, m.RespondBy)] : [];

    private static IEnumerable<Deadline> OfTask(AreaTask t) =>
        t is { Due: { } due, CompletedAt: null, Overdue: false, Silent: false } ? [At(DeadlineKind.TaskDue, t.Id, due)] : [];

    private static IEnumerable<Deadline> OfAnmodning(Anmodning a)
    {
        if (a is { EndedAt: null, Reminded: false })
        {
            yield return At(DeadlineKind.AnmodningReminder, a.Id, a.RemindAt);
        }

        if (a is { EndedAt: null, Overdue: false })
        {
            yield return At(DeadlineKind.AnmodningDue, a.Id, a.Due);
        }
    }

    /// <summary>In whole milliseconds, which every store keeps exactly, so that a deadline that comes back is recognised.</summary>
    private static Deadline At(DeadlineKind kind, Guid subject, DateTimeOffset due)
    {
        var rest = due.UtcTicks % TimeSpan.TicksPerMillisecond;
        return new Deadline(kind, subject, (rest == 0 ? due : due.AddTicks(TimeSpan.TicksPerMillisecond - rest)).ToUniversalTime());
    }
}
