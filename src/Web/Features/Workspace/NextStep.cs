using Hub.Contracts;
using Hub.Domain.Access;

namespace Hub.Web.Features.Workspace;

/// <summary>The one thing that a card asks of the person in front of it.</summary>
internal enum NextStep
{
    /// <summary>Nothing: it is in other hands.</summary>
    None,

    /// <summary>Take the case.</summary>
    Take,

    /// <summary>For a leader: give it to somebody.</summary>
    Assign,

    /// <summary>It is yours: go on with it.</summary>
    FollowUp,

    /// <summary>Take the handover, or send it back.</summary>
    Answer,

    /// <summary>Take back what nobody has answered yet.</summary>
    Withdraw,
}

internal static class NextSteps
{
    public static NextStep Of(CaseOnBridge c, Viewer viewer) =>
        c.Card.Sight < Sight.Full ? NextStep.None
        : c.Handover is { } h
            ? viewer.StaffOffices.Has(h.ToKontor) ? NextStep.Answer
            : viewer.StaffOffices.Has(h.FromKontor) ? NextStep.Withdraw
            : NextStep.None
        : !viewer.StaffOffices.Has(c.Card.Kontor) ? NextStep.None
        : c.Card.Assignee == viewer.UserId ? NextStep.FollowUp
        : viewer.IsLeader && c.Card.Assignee is null ? NextStep.Assign
        : c.Card.Status == CaseStatus.Ny ? NextStep.Take
        : NextStep.None;
}
