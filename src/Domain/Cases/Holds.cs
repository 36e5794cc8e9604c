using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>Legal hold goes before deletion (GDPR art. 17(3)): what is held is erased neither on request nor because its time is up.</summary>
public static class Holds
{
    /// <summary>Whether nothing of the case may be deleted.</summary>
    public static bool Keeps(Case c) => c.Hold is not null;

    internal static Decision Place(Case c, PlaceHold x, Context context) =>
        x.ReviewBy <= context.Now ? Decision.Refuse(RejectionCode.WrongTime, "reviewBy", "in_the_past")
        : c.Hold is { } now && (now.Ground, now.ReviewBy) == (x.Ground, x.ReviewBy) && string.IsNullOrWhiteSpace(x.Note) ? Decision.Nothing
        : Decision.Accept(new HoldPlaced(
            c.Id, x.Ground, string.IsNullOrWhiteSpace(x.Note) ? null : context.Text(c.TextOwner, "holdNote", x.Note), x.ReviewBy));

    internal static Decision Lift(Case c) => Keeps(c) ? Decision.Accept(new HoldLifted(c.Id)) : Decision.Nothing;
}
