using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Texts;

namespace Hub.Domain.Rights;

/// <summary>What a dpo watches over: who has asked for what until when, what is held, what may not be used. No name and no text.</summary>
internal static class Overseen
{
    public static OversightView In(WorkspaceState state, DateTimeOffset now) => new(
        [.. state.Anmodninger.Values.OrderBy(a => a.EndedAt is not null).ThenBy(a => a.Due).Select(a => Card(a, state.Case(a.CaseId), now))],
        [.. Cases(state).Where(c => c.Hold is not null).Select(c => new HeldCase(c.Id, Numbers.Case(c.Number), Views.CaseViews.Hold(c)!))],
        [.. Cases(state).Where(c => c.Restriction is not null).Select(c => new RestrictedCase(c.Id, Numbers.Case(c.Number), c.Restriction!.Value))]);

    public static AnmodningCard Card(Anmodning a, Case? c, DateTimeOffset now) => new(
        a.Id, a.CaseId, c is null ? null : Numbers.Case(c.Number), a.Kind, a.Status, a.ReceivedAt, a.Due, a.Extended, a.EndedAt is null && now > a.Due, a.EndedAt);

    private static IEnumerable<Case> Cases(WorkspaceState state) => state.Cases.Values.OrderBy(c => c.Number);
}
