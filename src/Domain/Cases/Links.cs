using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>Two cases that belong together; a duplicate lives on in the other one and its flaggers hear from there.</summary>
internal static class Links
{
    public static Decision Link(Case c, Case other, LinkKind kind)
    {
        if (c.Id == other.Id || (kind == LinkKind.Dublet && other.IsClosed))
        {
            return Decision.Refuse(RejectionCode.CannotLink);
        }

        if (c.Links.Contains(new Link(other.Id, kind)))
        {
            return Decision.Nothing;
        }

        if (kind != LinkKind.Dublet)
        {
            return Decision.Accept([new CaseLinked(c.Id, other.Id, kind), new CaseLinked(other.Id, c.Id, kind), .. Death(c, other, kind)]);
        }

        return c.Pending is not null
            ? Decision.Refuse(RejectionCode.HandoverPending)
            : Decision.Accept(new CaseMerged(c.Id, other.Id), new DuplicateReceived(other.Id, c.Id, c.Flaggers));
    }

    /// <summary>One and the same person is dead in both cases: no reminder in either.</summary>
    private static IEnumerable<Event> Death(Case c, Case other, LinkKind kind) =>
        kind == LinkKind.SammePerson && c.Deceased != other.Deceased ? [new DeathNoted(c.Deceased ? other.Id : c.Id)] : [];
}
