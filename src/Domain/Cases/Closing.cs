using Hub.Contracts;
using Hub.Domain.Time;

namespace Hub.Domain.Cases;

/// <summary>Ending a case with an outcome that fits, and opening it again.</summary>
internal static class Closing
{
    public static Decision Close(WorkspaceState state, Case c, CloseCase x, Context context)
    {
        if (c.Pending is not null)
        {
            return Decision.Refuse(RejectionCode.HandoverPending);
        }

        // A duplicate is closed by linking it to the case that lives on, so that nobody who flagged is left without an answer.
        if (x.Outcome == Outcome.Dublet || !OutcomeRules.Fits(x.Outcome, c.Category))
        {
            return Decision.Refuse(RejectionCode.OutcomeDoesNotFit, "outcome", "does_not_fit");
        }

        var note = string.IsNullOrWhiteSpace(x.Note) ? null : context.Text(c.TextOwner, "note", x.Note);
        return Decision.Accept([new CaseClosed(c.Id, x.Outcome, note), .. Deaths(state, c, x.Outcome)]);
    }

    public static Decision Reopen(Case c, ReopenCase x, Context context)
    {
        if (!c.IsClosed)
        {
            return Decision.Refuse(RejectionCode.CaseNotClosed);
        }

        Guid? assignee = context.Viewer.StaffOffices.Has(c.Kontor) ? context.Actor.UserId : null;
        return Decision.Accept(new CaseReopened(
            c.Id, context.Text(c.TextOwner, "reason", x.Reason), assignee, Targets.Of(c.Severity, context.Now, c.Kontor, context.Area.Calendar)));
    }

    /// <summary>A death stops the reminders of the same person's other cases too.</summary>
    private static IEnumerable<Event> Deaths(WorkspaceState state, Case c, Outcome outcome) =>
        outcome != Outcome.Doedsfald
            ? []
            : c.Links.Where(l => l.Kind == LinkKind.SammePerson).Select(l => state.Case(l.CaseId)).OfType<Case>()
                .Where(o => !o.IsClosed && !o.Deceased).Select(o => new DeathNoted(o.Id));
}
