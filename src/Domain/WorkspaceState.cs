using System.Collections.Immutable;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Domain.Matters;
using Hub.Domain.Tasks;
using Hub.Domain.Views;

namespace Hub.Domain;

/// <summary>
/// What a boligområde's turn keeps in memory: everything open, and the most recently ended. Immutable, so that a page can
/// read one version while the next command is decided on.
/// </summary>
public sealed record WorkspaceState
{
    public static WorkspaceState Empty { get; } = new();

    public long Seq { get; init; }

    public long BoardSeq { get; init; }

    public DateTimeOffset At { get; init; }

    public int LastCase { get; init; }

    public int LastBoardFlag { get; init; }

    public int LastMatter { get; init; }

    public ImmutableDictionary<Guid, Case> Cases { get; init; } = ImmutableDictionary<Guid, Case>.Empty;

    /// <summary>Handovers by id, answered ones too, to their case.</summary>
    public ImmutableDictionary<Guid, Guid> Handovers { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;

    public ImmutableDictionary<Guid, Matter> Matters { get; init; } = ImmutableDictionary<Guid, Matter>.Empty;

    public ImmutableDictionary<Guid, AreaTask> Tasks { get; init; } = ImmutableDictionary<Guid, AreaTask>.Empty;

    /// <summary>What has ended, oldest first, and leaves memory by <see cref="Retention"/>.</summary>
    public ImmutableQueue<Ended> Ended { get; init; } = [];

    public int EndedCount { get; init; }

    public CleanedUp CleanedUp { get; init; }

    /// <summary>What a board is told of the staffed offices this month.</summary>
    public BoardFigures Figures { get; init; } = BoardFigures.Empty;

    public Case? Case(Guid id) => Cases.GetValueOrDefault(id);

    public Matter? Matter(Guid id) => Matters.GetValueOrDefault(id);

    public AreaTask? Task(Guid id) => Tasks.GetValueOrDefault(id);

    public IEnumerable<AreaTask> TasksOf(Guid caseId) => Tasks.Values.Where(t => t.CaseId == caseId);

    /// <summary>Only what has to do with one case, matter or task: views of it look as they do in the whole.</summary>
    public WorkspaceState About(Guid id)
    {
        var (task, matter) = (Task(id), Matter(id));
        var caseId = task?.CaseId ?? matter?.CaseId ?? id;
        var tasks = Tasks.Values.Where(t => t.Id == id || t.MatterId == id || t.CaseId == caseId);
        var matters = Matters.Values.Where(m => m.Id == id || m.Id == task?.MatterId || m.CaseId == caseId);
        var cases = Case(caseId) is { } c ? new[] { c } : [];
        return this with
        {
            Cases = cases.ToImmutableDictionary(x => x.Id),
            Tasks = tasks.ToImmutableDictionary(x => x.Id),
            Matters = matters.ToImmutableDictionary(x => x.Id),
        };
    }

    public WorkspaceState With(Case @case) => this with { Cases = Cases.SetItem(@case.Id, @case) };

    public WorkspaceState With(Matter matter) => this with { Matters = Matters.SetItem(matter.Id, matter) };

    public WorkspaceState With(AreaTask task) => this with { Tasks = Tasks.SetItem(task.Id, task) };

    /// <summary>The same without a case and its handovers.</summary>
    public WorkspaceState Without(Case @case) => this with
    {
        Cases = Cases.Remove(@case.Id),
        Handovers = Handovers.RemoveRange(Handovers.Where(h => h.Value == @case.Id).Select(h => h.Key)),
    };

    public WorkspaceState Remember(Ended ended) => this with { Ended = Ended.Enqueue(ended), EndedCount = EndedCount + 1 };
}

/// <summary>Something that ended at a time and may leave memory.</summary>
public readonly record struct Ended(Guid Id, DateTimeOffset At);
