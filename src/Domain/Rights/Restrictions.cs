using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Rights;

/// <summary>Kept and not used (GDPR art. 18): what may still be done is what the law leaves open, for the person, for claims and for others in danger.</summary>
public static class Restrictions
{
    /// <summary>Whether the command may be carried out on a case that is kept and not used (art. 18(2)).</summary>
    public static bool Permits(CaseCommand command) => command
        is LiftRestriction or RestrictCase or PlaceHold or LiftHold or ReceiveAnmodning or AnmodningCommand or TextCommand or CorrectIdentity
        or WithdrawLegalBasis or UnsealCase or AcknowledgeUnseal or RecordUnderretning or RecordCall or RedoErasure or CleanUpCase;

    internal static bool Permits(Case c, CaseCommand command) => c.Restriction is null || Permits(command);

    internal static Decision Restrict(Case c, RestrictCase x, Context context) =>
        c.Restriction == x.Ground && string.IsNullOrWhiteSpace(x.Note) ? Decision.Nothing
        : Decision.Accept(new CaseRestricted(
            c.Id, x.Ground, string.IsNullOrWhiteSpace(x.Note) ? null : context.Text(c.TextOwner, "restrictionNote", x.Note)));

    /// <summary>The person is told before it ends (art. 18(3)).</summary>
    internal static Decision Lift(Case c, LiftRestriction x, Context context) =>
        c.Restriction is null ? Decision.Nothing
        : CaseDecisions.InPast(x.InformedAt, "informedAt", context) ?? Decision.Accept(new RestrictionLifted(c.Id, x.InformedAt));
}
