using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Deletion;

/// <summary>What the nightly run does to one case: nothing before its time, and never more in a night than the rules allow.</summary>
internal static class CleanUps
{
    public static Decision CleanUp(WorkspaceState state, Case c, Context context)
    {
        var frister = context.Area.Slettefrister;
        if (Deletables.Of(c) is not { } deletable || context.Now < frister.Due(deletable)
            || state.CleanedUp.On(context.Now) >= frister.Regler.MostPerNight || HasOpenMatter(state, c.Id) || IsAskedFor(state, c.Id))
        {
            return Decision.Nothing;
        }

        return Decision.Accept(deletable.Outcome is { } outcome
            ? new CaseDeleted(c.Id, c.Category, outcome, frister.For(c.Category, outcome), deletable.Since, Keys(c))
            : new CaseLapsed(c.Id, frister.Regler.BortfaldMonths));
    }

    /// <summary>The persons' and the case's own: every text of the case is under one of them, whoever wrote it.</summary>
    private static IReadOnlyList<Guid> Keys(Case c) => [.. c.People.Select(p => p.PersonId).Append(c.Id).Distinct()];

    /// <summary>What somebody has asked to see is not deleted before they are answered (GDPR art. 15).</summary>
    private static bool IsAskedFor(WorkspaceState state, Guid caseId) => state.Anmodninger.Values.Any(a => a.CaseId == caseId && a.EndedAt is null);

    private static bool HasOpenMatter(WorkspaceState state, Guid caseId) => state.MattersOf(caseId).Any(m => m.ClosedAt is null);
}
