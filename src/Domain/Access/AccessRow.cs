using Hub.Contracts;

namespace Hub.Domain.Access;

/// <summary>What a command can be about.</summary>
public enum Thing { Area, Case, Handover, Matter, Task }

/// <summary>One row of the table: what a command takes. Its steps are looked at in order, and the first that refuses answers.</summary>
public sealed record AccessRow(Type Command, IReadOnlyList<AccessStep> Steps);

/// <summary>One thing that a command names, and the relations to it of which one is enough.</summary>
/// <param name="Thing">What kind of thing.</param>
/// <param name="Named">Its id in the command; null where the command names none, and the step is passed over.</param>
/// <param name="By">Any of these may.</param>
public sealed record AccessStep(Thing Thing, Func<Command, Guid?> Named, Relation By)
{
    /// <summary>For whom it is there at all: they are told that it is not allowed (403), everybody else that it is not found (404).</summary>
    public Relation Known => Thing switch
    {
        Thing.Area => Relation.Member,
        Thing.Case or Thing.Handover => Relation.Knows | Relation.SystemReads,
        Thing.Matter or Thing.Task => Relation.Side | Relation.SystemReads,
        _ => throw new InvalidOperationException("A thing without a row."),
    };

    /// <summary>Null when the relation is enough.</summary>
    public Rejection? Refusal(Relation relation) =>
        (relation & By) != 0 ? null : (relation & Known) != 0 ? Permissions.NotAllowed : Permissions.NotFound;
}
