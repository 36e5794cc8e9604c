using System.Collections.Frozen;
using Hub.Contracts;

namespace Hub.Domain.Cases;

/// <summary>
/// When one office may tell another who a case is about (GDPR art. 6; art. 9 for health; databeskyttelsesloven § 8 for offences).
/// Without a basis the identity stays sealed for every office but the one that flagged.
/// </summary>
public static class LegalBasisRules
{
    private static readonly LegalBasisRule[] Table =
    [
        // Nobody has asked: nothing to stand on yet.
        new(LegalBasisKind.IkkeSpurgt, null, BasisScope.Nothing),
        // The beboer said no; the identity is not even stored.
        new(LegalBasisKind.Afslaaet, null, BasisScope.Nothing),
        // The beboer has said yes, to whatever it is about. A yes to being named is none to telling of health.
        new(LegalBasisKind.Samtykke, "databeskyttelsesforordningen art. 6, stk. 1, litra a", BasisScope.Anything)
        {
            ToEjendomskontor = IdentityFields.All,
            ToBoligsocialtKontor = IdentityFields.All,
            FormDemanded = true,
            Lasts = TimeSpan.FromDays(365),
            End = BasisEnd.Withdrawal,
            Discloses = true,
            Carries =
            [
                new(Saerlig.Helbred, "databeskyttelsesforordningen art. 9, stk. 2, litra a", Expressly: true),
                new(Saerlig.Strafbart, "databeskyttelsesloven § 8, stk. 3-4", Expressly: true),
            ],
        },
        // Between landlord and tenant: well-being is no part of it, art. 9 knows no such ground, and it gives nobody else a phone number.
        new(LegalBasisKind.Lejekontrakt, "databeskyttelsesforordningen art. 6, stk. 1, litra b", BasisScope.Tenancy)
        {
            ToEjendomskontor = IdentityFields.All,
            ToBoligsocialtKontor = IdentityFields.NameAndDoor,
            Lasts = TimeSpan.FromDays(180),
            End = BasisEnd.Lapse,
        },
        // Weighed by the one who records it, so it must say what was weighed, and opens no more than is needed.
        new(LegalBasisKind.BeretigetInteresse, "databeskyttelsesforordningen art. 6, stk. 1, litra f", BasisScope.Anything)
        {
            ToEjendomskontor = IdentityFields.NameAndDoor,
            ToBoligsocialtKontor = IdentityFields.NameAndDoor,
            PurposeDemanded = true,
            Lasts = TimeSpan.FromDays(30),
            End = BasisEnd.Objection,
            Discloses = true,
            Carries = [new(Saerlig.Strafbart, "databeskyttelsesloven § 8, stk. 3-4", Expressly: true)],
        },
        // The task is the kommune's (art. 6, stk. 3: it has to be named); a landlord is told whose door it is and no more.
        new(LegalBasisKind.Myndighedsopgave, "databeskyttelsesforordningen art. 6, stk. 1, litra e", BasisScope.Anything)
        {
            ToEjendomskontor = IdentityFields.NameAndDoor,
            ToBoligsocialtKontor = IdentityFields.All,
            PurposeDemanded = true,
            Lasts = TimeSpan.FromDays(180),
            End = BasisEnd.Objection,
            Discloses = true,
        },
        // A duty towards the kommune (barnets lov §§ 133 and 135, almenlejeloven on arrears) is none towards another office.
        new(LegalBasisKind.RetligForpligtelse, "databeskyttelsesforordningen art. 6, stk. 1, litra c", BasisScope.Nothing) { End = BasisEnd.Lapse },
        // The person cannot answer: until they can, or someone else decides for them.
        new(LegalBasisKind.VitaleInteresser, "databeskyttelsesforordningen art. 6, stk. 1, litra d", BasisScope.Anything)
        {
            ToEjendomskontor = IdentityFields.All,
            ToBoligsocialtKontor = IdentityFields.All,
            Lasts = TimeSpan.FromDays(1),
            Longest = TimeSpan.FromDays(7),
            End = BasisEnd.Lapse,
            Discloses = true,
            Carries =
            [
                new(Saerlig.Helbred, "databeskyttelsesforordningen art. 9, stk. 2, litra c", Expressly: false),
                new(Saerlig.Strafbart, "databeskyttelsesloven § 8, stk. 4", Expressly: false),
            ],
        },
    ];

    private static readonly FrozenDictionary<LegalBasisKind, LegalBasisRule> Rules = Table.ToFrozenDictionary(r => r.Kind);

    /// <summary>Every kind with its rule.</summary>
    public static IReadOnlyList<LegalBasisRule> All => Table;

    /// <summary>The rule of a kind; null for one that is not in the table.</summary>
    public static LegalBasisRule? Of(LegalBasisKind kind) => Rules.GetValueOrDefault(kind);

    /// <summary>Whether the basis opens anything of the identity to the office at this moment. Withdrawn or run out, it opens nothing.</summary>
    public static bool Opens(LegalBasis basis, Category category, Kontor kontor, DateTimeOffset now) => Fields(basis, category, kontor, now) != IdentityFields.None;

    /// <summary>What the basis opens of the identity to the office at this moment.</summary>
    public static IdentityFields Fields(LegalBasis basis, Category category, Kontor kontor, DateTimeOffset now) =>
        Stands(basis, kontor, now) && CanOpen(basis.Kind, category) ? Of(basis.Kind)!.To(kontor) : IdentityFields.None;

    /// <summary>Whether a basis of this kind could ever open a case of the category.</summary>
    public static bool CanOpen(LegalBasisKind kind, Category category) => Of(kind)?.Opens switch
    {
        BasisScope.Anything => true,
        BasisScope.Tenancy => ConcernsTheTenancy(category),
        _ => false,
    };

    /// <summary>Whether the basis lets the office read a text that tells of this, at this moment.</summary>
    public static bool Carries(LegalBasis basis, Saerlig what, Category category, Kontor kontor, DateTimeOffset now) =>
        Opens(basis, category, kontor, now)
        && what.Each().All(w => Of(basis.Kind)!.Carries.Any(c => c.What == w && (!c.Expressly || basis.Covers.HasFlag(w))));

    /// <summary>The kinds that could carry a text that tells of this, in a case of the category.</summary>
    public static IEnumerable<LegalBasisKind> CarriersOf(Saerlig what, Category category) =>
        Table.Where(r => CanOpen(r.Kind, category) && what.Each().All(w => r.Carries.Any(c => c.What == w))).Select(r => r.Kind);

    private static bool Stands(LegalBasis basis, Kontor kontor, DateTimeOffset now) =>
        basis.Recipients.Has(kontor) && (basis.Expires is not { } expires || now < expires);

    private static bool ConcernsTheTenancy(Category category) => category
        is Category.Restance or Category.Naboklage or Category.Stoej or Category.Vanroegt
        or Category.HaervaerkEllerUtryghed or Category.Fremleje;
}
