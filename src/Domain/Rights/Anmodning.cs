using System.Collections.Immutable;
using Hub.Contracts;

namespace Hub.Domain.Rights;

/// <summary>What a person has asked for as their right (GDPR art. 15-18), and how far it has come. Its texts stay in the log.</summary>
/// <param name="PersonId">Who asks, as the case knows them now.</param>
public sealed record Anmodning(Guid Id, Guid CaseId, Guid PersonId, AnmodningKind Kind, DateTimeOffset ReceivedAt, DateTimeOffset RemindAt, DateTimeOffset Due)
{
    public bool Extended { get; init; }

    public bool Reminded { get; init; }

    public bool Overdue { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool Refused { get; init; }

    /// <summary>What has been decided on single items: the ground for leaving one out, or null for giving it.</summary>
    public ImmutableDictionary<Guid, UdeladtGrund?> Decided { get; init; } = ImmutableDictionary<Guid, UdeladtGrund?>.Empty;

    public AnmodningStatus Status => EndedAt is null ? AnmodningStatus.Aaben : Refused ? AnmodningStatus.Afslaaet : AnmodningStatus.Besvaret;
}
