using Hub.Contracts;
using Hub.Domain;
using Hub.Domain.Access;
using Hub.Domain.Rights;

namespace Hub.Grains.Turn;

/// <summary>What is kept on one person, gathered from the log for the dpo who answers their request.</summary>
internal static class RightsReads
{
    /// <summary>So many linked cases at most: a chain of links that goes on is not one person.</summary>
    private const int MostCases = 50;

    public static async Task<AnmodningView?> Anmodning(OmraadeTurn turn, Membership member, Guid anmodningId, CancellationToken ct)
    {
        var state = await turn.State(ct);
        if (!Oversight.AnswersRequests(member) || !state.Anmodninger.TryGetValue(anmodningId, out var a))
        {
            return null;
        }

        var found = new List<PersonCase>();
        var ahead = new Queue<Guid>([a.CaseId]);
        var seen = new HashSet<Guid> { a.CaseId };
        while (found.Count < MostCases && ahead.TryDequeue(out var id))
        {
            if (await Find(turn, state, id, found.Count == 0 ? a.PersonId : null, ct) is not { } next)
            {
                continue;
            }

            found.Add(next);
            foreach (var linked in SamePerson.Next(next).Where(seen.Add))
            {
                ahead.Enqueue(linked);
            }
        }

        return found.Count == 0 ? null : Indsigter.Of(state, a, found, turn.Now(state), turn.Facts);
    }

    private static async Task<PersonCase?> Find(OmraadeTurn turn, WorkspaceState state, Guid caseId, Guid? personId, CancellationToken ct)
    {
        var history = await turn.Log.ReadCase(turn.Stream, caseId, ct);
        return (state.Case(caseId) ?? WorkspaceApply.Rebuild(history)) is { } c && (personId ?? c.Beboer?.PersonId) is { } person
            ? new PersonCase(c, history, person)
            : null;
    }
}
