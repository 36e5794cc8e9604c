using Hub.Contracts;
using Hub.Domain.Matters;

namespace Hub.Domain.Cases;

/// <summary>A case changes hands only when someone in the receiving office says yes.</summary>
internal static class HandoverDecisions
{
    /// <summary>Working days of the receiving office to answer, when nobody names a time.</summary>
    public const int AnswerWithinDays = 3;

    public static Decision Offer(WorkspaceState state, Case c, OfferHandover x, Context context)
    {
        if (x.RespondBy <= context.Now)
        {
            return Decision.Refuse(RejectionCode.WrongTime, "respondBy", "in_the_past");
        }

        if (x.ToKontor == Kontor.Bestyrelseskontor)
        {
            return MatterDecisions.FromCase(state, c, x, context);
        }

        if (x.ToKontor == c.Kontor)
        {
            return Decision.Refuse(RejectionCode.SameOffice);
        }

        if (c.Pending is not null)
        {
            return Decision.Refuse(RejectionCode.HandoverPending);
        }

        var id = context.NewId("handover");
        var respondBy = x.RespondBy ?? context.Area.Calendar.AddWorkingDays(context.Now, AnswerWithinDays, x.ToKontor);
        return Decision.Accept(
            Decision.Receipt0() with { HandoverId = id },
            new HandoverOffered(
                c.Id, id, c.Kontor, x.ToKontor, context.Text(c.TextOwner, "reason", x.Reason), context.Text(c.TextOwner, "summary", x.Summary),
                context.Area.Calendar.HalfWay(context.Now, respondBy, x.ToKontor), respondBy, x.Saerlig,
                Sharing.To(x.ToKontor.AsSet(), context.Actor.Employer, context.Area),
                LegalBasisRules.Opens(c.Basis, c.Category, x.ToKontor, context.Now) ? c.Basis.Kind : null));
    }

    public static Decision Answer(WorkspaceState state, HandoverCommand command, Context context)
    {
        var c = state.Case(state.Handovers[command.HandoverId])!;
        if (c.Restriction is not null)
        {
            return Decision.Refuse(RejectionCode.Restricted);
        }

        if (c.Pending is not { } pending || pending.Id != command.HandoverId)
        {
            return Decision.Refuse(RejectionCode.HandoverNotPending, c.Assignee, c.UpdatedAt);
        }

        var answering = command is WithdrawHandover ? pending.From : pending.To;
        if (!context.Viewer.StaffOffices.Has(answering))
        {
            return Decision.Refuse(RejectionCode.NotAddressee);
        }

        return command switch
        {
            AcceptHandover => Decision.Accept(new HandoverAccepted(c.Id, pending.Id, context.Actor.UserId)),
            DeclineHandover x => Decision.Accept(new HandoverDeclined(c.Id, pending.Id, context.Text(c.TextOwner, "reason", x.Reason))),
            WithdrawHandover => Decision.Accept(new HandoverWithdrawn(c.Id, pending.Id)),
            _ => Decision.Refuse(RejectionCode.NotAllowed),
        };
    }
}
