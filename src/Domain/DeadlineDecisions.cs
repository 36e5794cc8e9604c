using Hub.Contracts;

namespace Hub.Domain;

/// <summary>What a deadline that fell due means now; nothing when the world has moved on.</summary>
internal static class DeadlineDecisions
{
    public static Decision Meet(WorkspaceState state, Deadline deadline) =>
        !Deadlines.Of(state, deadline.Subject).Contains(deadline) ? Decision.Nothing : deadline.Kind switch
        {
            DeadlineKind.CaseTarget => Decision.Accept(new CaseTargetMissed(deadline.Subject)),
            DeadlineKind.HandoverReminder => Decision.Accept(new HandoverReminded(state.Handovers[deadline.Subject], deadline.Subject)),
            DeadlineKind.HandoverExpiry => Decision.Accept(new HandoverExpired(state.Handovers[deadline.Subject], deadline.Subject)),
            DeadlineKind.LegalBasisExpiry => Decision.Accept(new LegalBasisExpired(deadline.Subject, deadline.Due)),
            DeadlineKind.UnsealExpiry => Decision.Accept(new UnsealEnded(deadline.Subject, deadline.Due)),
            DeadlineKind.MatterAnswer => Decision.Accept(new MatterOverdue(deadline.Subject, deadline.Due)),
            DeadlineKind.TaskDue => Decision.Accept(new TaskOverdue(deadline.Subject, deadline.Due)),
            DeadlineKind.HoldReview => Decision.Accept(new HoldReviewDue(deadline.Subject, deadline.Due)),
            DeadlineKind.AnmodningReminder => Decision.Accept(new AnmodningReminded(deadline.Subject, deadline.Due)),
            DeadlineKind.AnmodningDue => Decision.Accept(new AnmodningOverdue(deadline.Subject, deadline.Due)),
            _ => Decision.Nothing,
        };
}
