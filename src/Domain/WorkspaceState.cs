using System.Collections.Immutable;
using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Domain.Matters;
using Hub.Domain.Rights;
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

    /// <summary>The last event that was folded in: tells this history from another one of the same length.</summary>
    public Guid LastEvent { get; init; }

    public int LastCase { get; init; }

    public int LastBoardFlag { get; init; }

    public int LastMatter { get; init; }

    public ImmutableDictionary<Guid, Case> Cases { get; init; } = ImmutableDictionary<Guid, Case>.Empty;

    /// <summary>Handovers by id, answered ones too, to their case.</summary>
    public ImmutableDictionary<Guid, Guid> Handovers { get; init; } = ImmutableDictionary<Guid, Guid>.Empty;

    public ImmutableDictionary<Guid, Matter> Matters { get; init; } = ImmutableDictionary<Guid, Matter>.Empty;

    public ImmutableDictionary<Guid, AreaTask> Tasks { get; init; } = ImmutableDictionary<Guid, AreaTask>.Empty;

    /// <summary>What persons have asked for as their right. They stay: an answer must be accounted for.</summary>
    public ImmutableDictionary<Guid, Anmodning> Anmodninger { get; init; } = ImmutableDictionary<Guid, Anmodning>.Empty;

    /// <summary>What has ended, oldest first, and leaves memory by <see cref="Retention"/>.</summary>
    public ImmutableQueue<Ended> Ended { get; init; } = [];

    public int EndedCount { get; init; }

    public CleanedUp CleanedUp { get; init; }

    /// <summary>What a board is told of the staffed offices this month.</summary>
    public BoardFigures Figures { get; init; }

    /// <summary>The tasks and matters that hang on a case, and the tasks on a matter.</summary>
    internal Index<Guid> Hanging { get; init; } = Index<Guid>.Empty;

    /// <summary>The open cases by the doors of those they are about.</summary>
    internal Index<string> Doors { get; init; } = Index<string>.Empty;

    /// <summary>How much each office has open.</summary>
    internal Tally Tally { get; init; } = Tally.Empty;

    /// <summary>How much there is in memory.</summary>
    public int Count => Cases.Count + Matters.Count + Tasks.Count;

    public Case? Case(Guid id) => Cases.GetValueOrDefault(id);

    public Matter? Matter(Guid id) => Matters.GetValueOrDefault(id);

    public AreaTask? Task(Guid id) => Tasks.GetValueOrDefault(id);

    /// <summary>Whose people the title of a task is held against: of the case it is on, and of the one that its matter came from.</summary>
    public IEnumerable<Case> CasesAround(Guid? caseId, Guid? matterId) =>
        new[] { caseId, matterId is { } m ? Matter(m)?.CaseId : null }.OfType<Guid>().Distinct().Select(Case).OfType<Case>();

    public IEnumerable<AreaTask> TasksOf(Guid id) => Hanging[id].Select(Task).OfType<AreaTask>().OrderBy(t => t.Id);

    public IEnumerable<Matter> MattersOf(Guid caseId) => Hanging[caseId].Select(Matter).OfType<Matter>().OrderBy(m => m.Number);

    /// <summary>Whether this is the last event that was folded in.</summary>
    public bool EndsWith(Recorded recorded) => (Seq, LastEvent, At) == (recorded.Seq, recorded.EventId, recorded.At);

    /// <summary>Only what has to do with one case, matter or task: views of it look as they do in the whole, and the offices' counts are of the whole.</summary>
    public WorkspaceState About(Guid id)
    {
        var (task, matter) = (Task(id), Matter(id));
        var caseId = task?.CaseId ?? matter?.CaseId ?? id;
        var tasks = TasksOf(id).Concat(TasksOf(caseId)).Append(task).OfType<AreaTask>().ToList();
        var matters = MattersOf(caseId).Append(matter).Concat(tasks.Select(t => t.MatterId is { } m ? Matter(m) : null)).OfType<Matter>().ToList();
        var cases = tasks.Select(t => t.CaseId).Concat(matters.Select(m => m.CaseId)).Append(caseId).OfType<Guid>();
        return this with
        {
            // Every case whose people the texts shown are held against.
            Cases = Only(Cases, cases.Select(Case), x => x.Id),
            Tasks = Only(Tasks, tasks, x => x.Id),
            Matters = Only(Matters, matters, x => x.Id),
        };
    }

    public WorkspaceState With(Case @case) => this with
    {
        Cases = Cases.SetItem(@case.Id, @case),
        Doors = SameDoors.Moved(Doors, Case(@case.Id), @case),
        Tally = Tally.Moved(Case(@case.Id), @case),
    };

    public WorkspaceState With(Matter matter) => this with
    {
        Matters = Matters.SetItem(matter.Id, matter),
        Hanging = Hanging.With(matter.CaseId, matter.Id),
        Tally = Tally.Moved(Matter(matter.Id), matter),
    };

    public WorkspaceState With(AreaTask task) =>
        this with { Tasks = Tasks.SetItem(task.Id, task), Hanging = Hanging.With(task.CaseId, task.Id).With(task.MatterId, task.Id) };

    public WorkspaceState Without(Case @case) => this with
    {
        Cases = Cases.Remove(@case.Id),
        Handovers = Handovers.RemoveRange(@case.Handovers),
        Doors = SameDoors.Moved(Doors, @case, null),
        Tally = Tally.Moved(@case, null),
    };

    public WorkspaceState Without(Matter matter) => this with
    {
        Matters = Matters.Remove(matter.Id),
        Hanging = Hanging.Without(matter.CaseId, matter.Id),
        Tally = Tally.Moved(matter, null),
    };

    public WorkspaceState Without(AreaTask task) =>
        this with { Tasks = Tasks.Remove(task.Id), Hanging = Hanging.Without(task.CaseId, task.Id).Without(task.MatterId, task.Id) };

    public WorkspaceState With(Anmodning anmodning) => this with { Anmodninger = Anmodninger.SetItem(anmodning.Id, anmodning) };

    public WorkspaceState Remember(Ended ended) => this with { Ended = Ended.Enqueue(ended), EndedCount = EndedCount + 1 };

    private static ImmutableDictionary<Guid, T> Only<T>(ImmutableDictionary<Guid, T> all, IEnumerable<T?> some, Func<T, Guid> id)
        where T : class => all.Clear().SetItems(some.OfType<T>().Select(x => KeyValuePair.Create(id(x), x)));
}

/// <summary>Something that ended at a time and may leave memory.</summary>
public readonly record struct Ended(Guid Id, DateTimeOffset At);
