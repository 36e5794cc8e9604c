using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Texts;

namespace Hub.Domain.Views;

/// <summary>
/// Texts as a board may read them. Staff who know a name are refused when they write it to a board; who guesses one is not told so, and the board
/// reads it masked. Its own words it reads as it wrote them.
/// </summary>
internal sealed class BoardReader(WorkspaceState state, AreaFacts area)
{
    private readonly Dictionary<Guid, PersonMatcher> matchers = [];

    public string? Mask(string? text, Kontor writer, Guid? caseId, Guid? matterId) => text is null || writer == Kontor.Bestyrelseskontor
        ? text
        : state.CasesAround(caseId, matterId).Aggregate(text, (masked, c) => Matcher(c).Mask(masked));

    private PersonMatcher Matcher(Case c) => matchers.TryGetValue(c.Id, out var known) ? known : matchers[c.Id] = People.Of(c, area);
}
