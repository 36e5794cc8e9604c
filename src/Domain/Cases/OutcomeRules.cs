using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>How a case of each category may end.</summary>
public static class OutcomeRules
{
    private static readonly Outcome[] All =
    [
        Outcome.Loest, Outcome.Henvist, Outcome.OvergivetTilKommunen, Outcome.TakkedeNej, Outcome.IkkeOpnaaetKontakt,
        Outcome.Ubegrundet, Outcome.Flyttet, Outcome.Doedsfald, Outcome.Dublet,
    ];

    /// <summary>Whether a case of the category may end so.</summary>
    public static bool Fits(Outcome outcome, Category category) => For(category).Contains(outcome);

    /// <summary>Every outcome that fits the category, in the order in which they are offered.</summary>
    public static IReadOnlyList<Outcome> For(Category category) => [.. All, .. Own(category)];

    private static Outcome[] Own(Category category) => category switch
    {
        Category.Restance =>
        [
            Outcome.Betalt, Outcome.Afdragsordning, Outcome.Enkeltydelse, Outcome.Ophaevet,
            Outcome.UdsaettelseGennemfoert, Outcome.FogedsagTilbagekaldt,
        ],
        Category.Naboklage => [Outcome.Maeglet, Outcome.Paamindelse, Outcome.Beboerklagenaevn],
        Category.IkkeSet => [Outcome.KontaktOpnaaet, Outcome.Indlagt],
        Category.BarnEllerUng => [Outcome.Underrettet],
        Category.VoldEllerTrusler => [Outcome.Anmeldt],
        _ => [],
    };
}
