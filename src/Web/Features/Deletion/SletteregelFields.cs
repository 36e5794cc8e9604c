using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Web.Edge;

namespace Hub.Web.Features.Deletion;

/// <summary>The rules of deletion as they stand in a form: a number of months for each category, and for each of its outcomes.</summary>
internal static class SletteregelFields
{
    private const string Whole = "alle";

    public static string PrefixOf(Category category) => $"regler.{Words.Of(category)}.";

    public static string NameOf(Category category, Outcome? outcome) => PrefixOf(category) + (outcome is { } o ? Words.Of(o) : Whole);

    public static Sletteregler Read(Fields fields) => new(
        fields.Inner("regler", rules => new List<Sletteregel>(Enum.GetValues<Category>().SelectMany(c => rules.Inner(Words.Of(c), f => Of(f, c)) ?? []))) ?? [],
        fields.Number("bortfaldMonths", 1, SlettereglerRules.MostBortfald),
        fields.Number("mostPerNight", 1, SlettereglerRules.MostNightly));

    private static List<Sletteregel> Of(Fields fields, Category category) =>
    [
        .. from outcome in OutcomeRules.For(category).Append(Outcome.Bortfaldet).Select(o => (Outcome?)o).Prepend(null)
           let months = fields.NumberOrNull(outcome is { } o ? Words.Of(o) : Whole, 1, SlettereglerRules.MostMonths)
           where months is not null
           select new Sletteregel(category, outcome, months.Value),
    ];
}
