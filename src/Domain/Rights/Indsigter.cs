using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Domain.Texts;

namespace Hub.Domain.Rights;

/// <summary>Everything that is kept on one person (GDPR art. 15), for the dpo who answers.</summary>
public static class Indsigter
{
    /// <param name="state">The area.</param>
    /// <param name="a">What was asked.</param>
    /// <param name="cases">The cases that the person is in, the one it was asked in first.</param>
    /// <param name="now">The time.</param>
    /// <param name="area">Rules and place names.</param>
    public static AnmodningView Of(WorkspaceState state, Anmodning a, IReadOnlyList<PersonCase> cases, DateTimeOffset now, AreaFacts area)
    {
        var first = cases[0];
        var steps = first.History.Where(r => r.Event is AnmodningEvent e && e.AnmodningId == a.Id).ToList();
        var reads = a.Kind is AnmodningKind.Indsigt or AnmodningKind.Berigtigelse;
        return new AnmodningView(
            Overseen.Card(a, first.Case, now),
            Rolle(first),
            [.. steps.Where(r => r.Event is not (IndsigtHidden or IndsigtShown)).Select(Step)],
            [.. cases.Select(c => Case(c, area))],
            reads ? Items(a, cases, steps, area) : [],
            Perhaps(state, cases));
    }

    private static PartRolle? Rolle(PersonCase first) => first.Case.Parter.FirstOrDefault(p => p.Identity.PersonId == first.PersonId)?.Rolle;

    private static AnmodningStep Step(Recorded r) => new(r.At, EventNames.Of(r.Event), r.Event switch
    {
        AnmodningReceived x => x.Note?.Value,
        AnmodningExtended x => x.Reason.Value,
        AnmodningAnswered x => x.Note?.Value,
        AnmodningRefused x => x.Reason.Value,
        _ => null,
    });

    private static IndsigtCase Case(PersonCase p, AreaFacts area) => new(
        p.Case.Id, Numbers.Case(p.Case.Number), p.PersonId, p.Case.Category, p.Case.Status, p.Case.FlaggedAt, p.Case.FirstFlagger.Kontor, p.Case.ClosedAt,
        p.Case.Outcome, [.. Access.CaseSight.Offices(p.Case).Each()], p.Case.Basis.Kind, Holds.Keeps(p.Case), p.Case.Restriction,
        Deletables.Of(p.Case) is { Outcome: not null } deletable ? area.Slettefrister.Due(deletable) : null,
        p.History.SelectMany(r => CaseTexts.Of(r.Event)).Count(t => t.Value is not null), p.Case.People.Count(x => !x.IsForgotten));

    private static IReadOnlyList<IndsigtItem> Items(Anmodning a, IReadOnlyList<PersonCase> cases, IReadOnlyList<Recorded> steps, AreaFacts area)
    {
        var others = PersonMatcher.For(cases.SelectMany(c => c.Case.People.Where(p => p.PersonId != c.PersonId)), area.Places);
        var notes = steps.Select(r => r.Event).OfType<IndsigtHidden>().GroupBy(h => h.ItemId).ToDictionary(g => g.Key, g => g.Last().Note?.Value);
        return [.. cases.SelectMany(c => IndsigtItems.Of(c, others)).Select(item => Decided(a, item, notes))];
    }

    private static IndsigtItem Decided(Anmodning a, IndsigtItem item, IReadOnlyDictionary<Guid, string?> notes) =>
        !a.Decided.TryGetValue(item.ItemId, out var ground) ? item : item with
        {
            Udeladt = ground,
            ByDefault = false,
            Note = ground is null ? null : notes.GetValueOrDefault(item.ItemId),
        };

    /// <summary>The same full name in a case that nobody has linked.</summary>
    private static IReadOnlyList<string> Perhaps(WorkspaceState state, IReadOnlyList<PersonCase> cases)
    {
        var known = cases.Select(c => c.Case.Id).ToHashSet();
        var names = cases.Select(c => Name(c.Case.People.FirstOrDefault(p => p.PersonId == c.PersonId))).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. state.Cases.Values.Where(c => !known.Contains(c.Id) && c.People.Any(p => Name(p) is { } name && names.Contains(name))).OrderBy(c => c.Number).Select(c => Numbers.Case(c.Number))];
    }

    private static string? Name(Identity? person) =>
        person?.Name?.Value is { } name ? string.Join(' ', Words.Of(name).Select(w => w.Sound).Order(StringComparer.Ordinal)) : null;
}
