using Hub.Contracts;

namespace Hub.Web.Features.Cases;

/// <summary>The one thing that a case asks of the person in front of it.</summary>
internal enum CaseStep
{
    /// <summary>Nothing in particular.</summary>
    None,

    /// <summary>Answer the handover.</summary>
    Answer,

    /// <summary>Wait for the answer to one's own handover.</summary>
    Wait,

    /// <summary>Ask the beboer whether the name may be passed on.</summary>
    AskBeboer,

    /// <summary>Take it.</summary>
    Take,

    /// <summary>For a leader: give it to somebody.</summary>
    Assign,

    /// <summary>Have the beboer asked, for nothing moves while the name is sealed.</summary>
    AskFlagger,

    /// <summary>Go on with it.</summary>
    FollowUp,
}

internal static class CaseSteps
{
    public static CaseStep Of(CasePage p) =>
        p.May("handovers/accept") ? CaseStep.Answer
        : p.May("handovers/withdraw") ? CaseStep.Wait
        : p.Asked is { } task && p.Offices.Has(task.Kontor) && p.May("legal-basis") ? CaseStep.AskBeboer
        : p.May("pickup") ? p.Member.Rolle == Rolle.Leder ? CaseStep.Assign : CaseStep.Take
        : p.May("ask-flagger") && p.Asked is null ? CaseStep.AskFlagger
        : p.Holds && p.IsMine && !p.Closed ? CaseStep.FollowUp
        : CaseStep.None;

    /// <summary>The form that lies open by itself: the note, where nothing else comes first.</summary>
    public static string? FormOf(CasePage p) => Of(p) is CaseStep.FollowUp or CaseStep.None or CaseStep.Wait && p.May("notes") ? "notes" : null;
}
