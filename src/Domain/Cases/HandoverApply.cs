using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>What each handover event does to its case.</summary>
internal static class HandoverApply
{
    public static Case Change(Case c, HandoverEvent e, Recorded recorded) => e switch
    {
        HandoverOffered x => c with
        {
            Pending = new Handover(x.HandoverId, x.FromKontor, x.ToKontor, x.Summary, recorded.At, x.RemindAt, x.RespondBy, false, x.Saerlig) { Author = Access.Author.Of(c, recorded) },
            Handovers = c.Handovers.Add(x.HandoverId),
            ExpiredBack = false,
        },
        HandoverAccepted x => c with
        {
            Pending = null,
            Held = c.Held | c.Kontor.AsSet(),
            Kontor = c.Pending?.To ?? c.Kontor,
            Assignee = x.UserId,
            Taken = new Taken(x.UserId, recorded.At),
            Workers = c.Workers.Add(x.UserId),
        },
        HandoverReminded => c with { Pending = c.Pending is { } p ? p with { Reminded = true } : null },
        HandoverExpired => c with { Pending = null, ExpiredBack = true },
        HandoverDeclined or HandoverWithdrawn => c with { Pending = null },
        _ => c,
    };
}
