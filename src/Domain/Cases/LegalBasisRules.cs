using System.Collections.Frozen;
using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>
/// When one office may tell another who a case is about (GDPR art. 6; art. 9 for what it reveals of health; databeskyttelsesloven §§ 6-8).
/// Without a basis the identity stays sealed for every office but the one that flagged.
/// </summary>
public static class LegalBasisRules
{
    private static readonly LegalBasisRule[] Table =
    [
        // Nobody has asked: nothing to stand on yet.
        new(LegalBasisKind.IkkeSpurgt, null, BasisScope.Nothing, Kontorer.Ingen),
        // The beboer said no; the identity is not even stored.
        new(LegalBasisKind.Afslaaet, null, BasisScope.Nothing, Kontorer.Ingen),
        // The beboer has said yes, to whatever it is about; art. 9(2)(a) for health.
        new(LegalBasisKind.Samtykke, "databeskyttelsesforordningen art. 6, stk. 1, litra a", BasisScope.Anything, Kontorer.Personale, FormDemanded: true),
        // Well-being is no part of the contract, and art. 9 knows no such ground.
        new(LegalBasisKind.Lejekontrakt, "databeskyttelsesforordningen art. 6, stk. 1, litra b", BasisScope.Tenancy, Kontorer.Personale),
        // Weighed by the one who records it; databeskyttelsesloven § 8 stk. 3-4 for offences.
        new(LegalBasisKind.BeretigetInteresse, "databeskyttelsesforordningen art. 6, stk. 1, litra f", BasisScope.Anything, Kontorer.Personale),
        new(LegalBasisKind.Myndighedsopgave, "databeskyttelsesforordningen art. 6, stk. 1, litra e", BasisScope.Anything, Kontorer.Personale),
        // A duty towards the kommune (barnets lov §§ 133 and 135, almenlejeloven on arrears) is none towards another office.
        new(LegalBasisKind.RetligForpligtelse, "databeskyttelsesforordningen art. 6, stk. 1, litra c", BasisScope.Nothing, Kontorer.Ingen),
        // The person cannot answer; art. 9(2)(c) for health.
        new(LegalBasisKind.VitaleInteresser, "databeskyttelsesforordningen art. 6, stk. 1, litra d", BasisScope.Anything, Kontorer.Personale),
    ];

    private static readonly FrozenDictionary<LegalBasisKind, LegalBasisRule> Rules = Table.ToFrozenDictionary(r => r.Kind);

    /// <summary>Every kind with its rule.</summary>
    public static IReadOnlyList<LegalBasisRule> All => Table;

    /// <summary>The rule of a kind; null for one that is not in the table.</summary>
    public static LegalBasisRule? Of(LegalBasisKind kind) => Rules.GetValueOrDefault(kind);

    /// <summary>Whether the basis opens the identity to the office at this moment. Withdrawn or run out, it opens nothing.</summary>
    public static bool Opens(LegalBasis basis, Category category, Kontor kontor, DateTimeOffset now) =>
        basis.Recipients.Has(kontor)
        && Of(basis.Kind)?.Offices.Has(kontor) == true
        && (basis.Expires is not { } expires || now < expires)
        && CanOpen(basis.Kind, category);

    /// <summary>Whether a basis of this kind could ever open a case of the category.</summary>
    public static bool CanOpen(LegalBasisKind kind, Category category) => Of(kind)?.Opens switch
    {
        BasisScope.Anything => true,
        BasisScope.Tenancy => ConcernsTheTenancy(category),
        _ => false,
    };

    private static bool ConcernsTheTenancy(Category category) => category
        is Category.Restance or Category.Naboklage or Category.Stoej or Category.Vanroegt
        or Category.HaervaerkEllerUtryghed or Category.Fremleje;
}
