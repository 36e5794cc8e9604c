using Hub.Contracts;

namespace Hub.Domain.Tasks;

/// <summary>Something one office has asked an office to do, on a case, on a matter or in the area.</summary>
public sealed record AreaTask(
    Guid Id, Guid? CaseId, Guid? MatterId, Kontor From, Kontor Kontor, Guid? Assignee, TaskPurpose Purpose, Secret Title, DateTimeOffset? Due)
{
    public Access.Author? Author { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public bool Overdue { get; init; }

    /// <summary>The beboer has died: no reminder any more.</summary>
    public bool Silent { get; init; }

    public TaskState Status => CompletedAt is null ? TaskState.Aaben : TaskState.Udfoert;
}
