namespace Hub.Contracts;

/// <summary>One stream of events: a boligområde, or a tenant's own facts (then <paramref name="Stream"/> equals <paramref name="Tenant"/>).</summary>
public readonly record struct StreamKey(Guid Tenant, Guid Stream)
{
    /// <summary>The stream of the tenant's own facts.</summary>
    public static StreamKey OfTenant(Guid tenant) => new(tenant, tenant);

    /// <summary>Whether this is a tenant's own stream.</summary>
    public bool IsTenant => Tenant == Stream;
}

/// <summary>Who an event reaches. Computed by Access when the event is appended and stored with it.</summary>
/// <param name="Reached">The offices that could see the thing just before or just after: they get a change.</param>
/// <param name="Readers">The offices that can see it just after: they may read what the event says, now and later. Those reached but not here lost access by this event.</param>
/// <param name="KnowsCase">The offices that may be told the case id.</param>
public readonly record struct Audience(Kontorer Reached, Kontorer Readers, Kontorer KnowsCase);

/// <summary>What a change is about: ids, kind, status and nothing else. Stored with the event and pushed.</summary>
/// <param name="Kind">The stored name of the event.</param>
/// <param name="Kontor">The office that holds or answers the thing afterwards.</param>
/// <param name="CaseId">The case, for those who may know it.</param>
/// <param name="TaskId">The task.</param>
/// <param name="HandoverId">The handover.</param>
/// <param name="MatterId">The matter.</param>
/// <param name="Status">The status of the thing afterwards, in its API spelling.</param>
public sealed record Subject(string Kind, Kontor? Kontor, Guid? CaseId, Guid? TaskId, Guid? HandoverId, Guid? MatterId, string? Status);

/// <summary>An event as it stands in the log.</summary>
/// <param name="Seq">Gap-free within the stream, from 1.</param>
/// <param name="BoardSeq">The board's own dense seq, where the board is reached.</param>
/// <param name="EventId">Derived from the command and the event's place in it.</param>
/// <param name="CommandId">The command it came from.</param>
/// <param name="At">Never before the previous event of the stream.</param>
/// <param name="Actor">The user; <see cref="Guid.Empty"/> for a deadline.</param>
/// <param name="From">The office the actor acted for; null for deadlines, dpo and admin.</param>
/// <param name="Audience">Whom it reaches.</param>
/// <param name="Event">The fact.</param>
public sealed record Recorded(
    long Seq, long? BoardSeq, Guid EventId, Guid CommandId, DateTimeOffset At, Guid Actor, Kontor? From, Audience Audience, Event Event);

/// <summary>One row of the live feed: an event without its content.</summary>
public sealed record FeedRow(long Seq, long? BoardSeq, DateTimeOffset At, Audience Audience, Subject Subject);
