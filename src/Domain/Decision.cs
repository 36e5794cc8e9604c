using Hub.Contracts;

namespace Hub.Domain;

/// <summary>What Decide makes of a command: events with what the receipt says about them, or a refusal.</summary>
public sealed record Decision(IReadOnlyList<Event> Events, Receipt Receipt, Rejection? Rejection)
{
    private static readonly Receipt Blank = new(0, 0);

    /// <summary>The command had already been carried out: nothing to write.</summary>
    public static Decision Nothing { get; } = new([], Blank, null);

    public static Decision Accept(params IReadOnlyList<Event> events) => new(events, Blank, null);

    public static Decision Accept(Receipt receipt, params IReadOnlyList<Event> events) => new(events, receipt, null);

    public static Decision Refuse(RejectionCode code, Guid? by = null, DateTimeOffset? at = null) => new([], Blank, new Rejection(code, by, at));

    public static Decision Refuse(RejectionCode code, string field, string reason) =>
        new([], Blank, new Rejection(code, Fields: new Dictionary<string, string[]> { [field] = [reason] }));

    /// <summary>A receipt whose seqs are filled in when the events have theirs.</summary>
    public static Receipt Receipt0(Guid? caseId = null, string? number = null) => Blank with { CaseId = caseId, Number = number };
}
