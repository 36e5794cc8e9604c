using Hub.Contracts;

namespace Hub.Domain.Matters;

/// <summary>Something without a person between the board and a staffed office.</summary>
/// <param name="CaseId">The case it came from; never told to the board.</param>
/// <param name="OpenedFrom">The office that asks.</param>
/// <param name="Kontor">The office that answers.</param>
public sealed record Matter(
    Guid Id, int Number, Guid? CaseId, Kontor OpenedFrom, Kontor Kontor, Secret Title, Secret Summary, DateTimeOffset OpenedAt, DateTimeOffset RespondBy)
{
    public MatterStatus Status { get; init; } = MatterStatus.Ny;

    public DateOnly? AgendaDate { get; init; }

    public Secret? Decision { get; init; }

    public MatterOutcome? Outcome { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public bool Overdue { get; init; }

    public Kontorer Sides => OpenedFrom.AsSet() | Kontor.AsSet();

    public bool AwaitsAnswer => Status is MatterStatus.Ny or MatterStatus.PaaDagsorden;
}
