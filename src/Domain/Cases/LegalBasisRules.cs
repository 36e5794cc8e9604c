using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>
/// When one office may tell another who a case is about (GDPR art. 6; art. 9 for what it reveals of health; databeskyttelsesloven §§ 6-8).
/// Without a basis the identity stays sealed for every office but the one that flagged.
/// </summary>
public static class LegalBasisRules
{
    /// <summary>Whether the basis opens the identity to the office at this moment. Withdrawn or run out, it opens nothing.</summary>
    public static bool Opens(LegalBasis basis, Category category, Kontor kontor, DateTimeOffset now) =>
        kontor != Kontor.Bestyrelseskontor
        && basis.Recipients.Has(kontor)
        && (basis.Expires is not { } expires || now < expires)
        && CanOpen(basis.Kind, category);

    /// <summary>Whether a basis of this kind could ever open a case of the category.</summary>
    public static bool CanOpen(LegalBasisKind kind, Category category) => kind switch
    {
        // Nobody has asked: nothing to stand on yet.
        LegalBasisKind.IkkeSpurgt => false,
        // The beboer said no; the identity is not even stored.
        LegalBasisKind.Afslaaet => false,
        // Art. 6(1)(a), and 9(2)(a) for health: the beboer has said yes, to whatever it is about.
        LegalBasisKind.Samtykke => true,
        // Art. 6(1)(b): the landlord's and the tenant's duties. Well-being is no part of the contract, and art. 9 knows no such ground.
        LegalBasisKind.Lejekontrakt => ConcernsTheTenancy(category),
        // Art. 6(1)(f), databeskyttelsesloven § 8 stk. 3-4 for offences: weighed by the one who records it.
        LegalBasisKind.BeretigetInteresse => true,
        // Art. 6(1)(e).
        LegalBasisKind.Myndighedsopgave => true,
        // Art. 6(1)(c): a duty towards the kommune (barnets lov §§ 133 and 135, almenlejeloven on arrears) is none towards another office.
        LegalBasisKind.RetligForpligtelse => false,
        // Art. 6(1)(d) and 9(2)(c): the person cannot answer.
        LegalBasisKind.VitaleInteresser => true,
        _ => false,
    };

    private static bool ConcernsTheTenancy(Category category) => category
        is Category.Restance or Category.Naboklage or Category.Stoej or Category.Vanroegt
        or Category.HaervaerkEllerUtryghed or Category.Fremleje;
}
