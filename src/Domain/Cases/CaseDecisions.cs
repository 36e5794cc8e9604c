using Hub.Contracts;
using Hub.Domain.Access;
using Hub.Domain.Deletion;
using Hub.Domain.Rights;
using Hub.Domain.Time;

namespace Hub.Domain.Cases;

/// <summary>Everything that can be done with one case.</summary>
internal static class CaseDecisions
{
    public static Decision Decide(WorkspaceState state, Case c, CaseCommand command, Context context)
    {
        if (c.Restriction is not null && !Restrictions.Permits(command))
        {
            return Decision.Refuse(RejectionCode.Restricted);
        }

        if (c.IsClosed && !FitsClosed(command))
        {
            return command is CloseCase again && again.Outcome == c.Outcome ? Decision.Nothing : Decision.Refuse(RejectionCode.CaseClosed, at: c.ClosedAt);
        }

        return command switch
        {
            PickUpCase => PickUp(c, context),
            AssignCase x => Assign(c, x, context),
            AddNote x => Note(c, x, context),
            DescribeBeboer x => Describe(c, x, context),
            RecordLegalBasis x => LegalBases.Record(c, x.Basis, context),
            WithdrawLegalBasis => LegalBases.Withdraw(c),
            UnsealCase x => LegalBases.Unseal(c, x, context),
            AcknowledgeUnseal x => LegalBases.Acknowledge(c, x, context),
            AskFlagger => Tasks.TaskDecisions.AskFlagger(state, c, context),
            LinkCases x => state.Case(x.OtherCaseId)!.Restriction is not null ? Decision.Refuse(RejectionCode.Restricted) : Links.Link(c, state.Case(x.OtherCaseId)!, x.Kind),
            RecordDisclosure x => Disclose(c, x, context),
            RecordUnderretning x => InPast(x.GivenAt, "at", context) ?? Decision.Accept(new UnderretningRecorded(c.Id, x.GivenAt)),
            RecordCall x => InPast(x.CalledAt, "at", context) ?? Decision.Accept(new CallRecorded(c.Id, x.Called, x.CalledAt)),
            OfferHandover x => HandoverDecisions.Offer(state, c, x, context),
            CloseCase x => Closing.Close(state, c, x, context),
            ReopenCase x => Closing.Reopen(c, x, context),
            ErasePersons x => Erase(c, x),
            CleanUpCase => CleanUps.CleanUp(state, c, context),
            RedoErasure { Erasure: IErasure } x => Decision.Accept(x.Erasure),
            PlaceHold x => Holds.Place(c, x, context),
            LiftHold => Holds.Lift(c),
            RestrictCase x => Restrictions.Restrict(c, x, context),
            LiftRestriction x => Restrictions.Lift(c, x, context),
            ReceiveAnmodning x => AnmodningDecisions.Receive(c, x, context),
            AnmodningCommand x => AnmodningDecisions.Decide(state, c, x, context),
            CorrectText x => CorrectionDecisions.Correct(state, c, x, context),
            AddRemark x => CorrectionDecisions.Remark(c, x, context),
            CorrectIdentity x => CorrectionDecisions.Correct(c, x, context),
            _ => Decision.Refuse(RejectionCode.NotAllowed),
        };
    }

    /// <summary>What still makes sense after a case has been closed: what is owed to the person, and reopening it.</summary>
    private static bool FitsClosed(CaseCommand command) =>
        command is ReopenCase or WithdrawLegalBasis or AcknowledgeUnseal or ErasePersons or CleanUpCase or RedoErasure or RecordUnderretning or RecordCall
            or RecordDisclosure or PlaceHold or LiftHold or RestrictCase or LiftRestriction or ReceiveAnmodning or AnmodningCommand or TextCommand
            or CorrectIdentity;

    private static Decision PickUp(Case c, Context context)
    {
        if (c.Taken is { } taken)
        {
            return c.Assignee == context.Actor.UserId ? Decision.Nothing : Decision.Refuse(RejectionCode.AlreadyPickedUp, c.Assignee ?? taken.By, taken.At);
        }

        return c.Pending is null ? Decision.Accept(new CasePickedUp(c.Id, context.Actor.UserId)) : Decision.Refuse(RejectionCode.HandoverPending);
    }

    private static Decision Assign(Case c, AssignCase x, Context context)
    {
        if (!context.Area.WorksIn(x.UserId, c.Kontor) && x.UserId != context.Actor.UserId)
        {
            return Decision.Refuse(RejectionCode.NotInOffice, "userId", "not_in_office");
        }

        return c.Assignee == x.UserId ? Decision.Nothing : Decision.Accept(new CaseAssigned(c.Id, x.UserId));
    }

    private static Decision Note(Case c, AddNote x, Context context)
    {
        if (x.Audience == NoteAudience.Melder && c.Flaggers.All(f => f.Kontor == Kontor.Bestyrelseskontor))
        {
            return Decision.Refuse(RejectionCode.FlaggerIsBoard);
        }

        var at = x.HappenedAt ?? context.Now;
        var id = context.NewId("note");
        return InPast(at, "at", context) ?? Decision.Accept(
            Decision.Receipt0() with { NoteId = id },
            new NoteAdded(c.Id, id, context.Viewer.ActsFor(CaseSight.Offices(c))!.Value, x.Audience, x.Kind, at, context.Text(c.TextOwner, "text", x.Text), x.Saerlig));
    }

    private static Decision Describe(Case c, DescribeBeboer x, Context context) =>
        Decision.Accept(new BeboerDescribed(c.Id, TextOrNull(c, "kan", x.Kan, context), TextOrNull(c, "vil", x.Vil, context), x.Ved, x.Saerlig));

    private static Secret? TextOrNull(Case c, string field, string? text, Context context) =>
        string.IsNullOrWhiteSpace(text) ? null : context.Text(c.TextOwner, field, text);

    private static Decision Disclose(Case c, RecordDisclosure x, Context context) =>
        InPast(x.GivenAt, "at", context) ?? Decision.Accept(new DisclosureRecorded(
            c.Id, context.Text(c.TextOwner, "modtager", x.Modtager), context.Text(c.TextOwner, "hvad", x.Hvad), x.LegalBasis, x.GivenAt));

    private static Decision Erase(Case c, ErasePersons x)
    {
        if (Holds.Keeps(c))
        {
            return Decision.Refuse(RejectionCode.LegalHold);
        }

        var people = c.People.Where(p => !p.IsForgotten && p.PersonId == (x.Only ?? p.PersonId)).Select(p => p.PersonId).ToList();
        return people.Count == 0 ? Decision.Nothing : Decision.Accept(new PersonsErased(c.Id, people));
    }

    /// <summary>What has happened lies behind us; a clock a few minutes fast is forgiven.</summary>
    internal static Decision? InPast(DateTimeOffset at, string field, Context context) =>
        at > context.Now + Targets.ClockSlack ? Decision.Refuse(RejectionCode.WrongTime, field, "in_the_future") : null;
}
