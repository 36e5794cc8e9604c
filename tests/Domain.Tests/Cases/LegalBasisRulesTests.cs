using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Tests.Cases;

public class LegalBasisRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Category[] Tenancy =
    [
        Category.Restance, Category.Naboklage, Category.Stoej, Category.Vanroegt, Category.HaervaerkEllerUtryghed, Category.Fremleje,
    ];

    public static TheoryData<LegalBasisKind> Kinds => [.. Enum.GetValues<LegalBasisKind>()];

    [Theory]
    [InlineData(LegalBasisKind.Samtykke)] // GDPR art. 6(1)(a), 9(2)(a)
    [InlineData(LegalBasisKind.VitaleInteresser)] // art. 6(1)(d), 9(2)(c)
    [InlineData(LegalBasisKind.Myndighedsopgave)] // art. 6(1)(e)
    [InlineData(LegalBasisKind.BeretigetInteresse)] // art. 6(1)(f)
    public void These_open_a_case_of_any_category(LegalBasisKind kind) =>
        Assert.All(Enum.GetValues<Category>(), category => Assert.True(Opens(kind, category)));

    [Theory]
    [InlineData(LegalBasisKind.IkkeSpurgt)]
    [InlineData(LegalBasisKind.Afslaaet)]
    [InlineData(LegalBasisKind.RetligForpligtelse)] // art. 6(1)(c): towards the kommune
    public void These_never_open_anything_between_offices(LegalBasisKind kind) =>
        Assert.All(Enum.GetValues<Category>(), category => Assert.False(Opens(kind, category)));

    [Fact] // art. 6(1)(b)
    public void The_tenancy_opens_what_is_about_the_tenancy() =>
        Assert.All(Tenancy, category => Assert.True(Opens(LegalBasisKind.Lejekontrakt, category)));

    [Fact] // art. 6(1)(b) covers no health, art. 9
    public void The_tenancy_never_opens_a_worry_about_well_being() =>
        Assert.All(Enum.GetValues<Category>().Except(Tenancy), category => Assert.False(Opens(LegalBasisKind.Lejekontrakt, category)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_board_is_never_told_whatever_the_recipients_say(LegalBasisKind kind) =>
        Assert.All(Enum.GetValues<Category>(), category =>
            Assert.False(LegalBasisRules.Opens(Basis(kind, Kontorer.Alle), category, Kontor.Bestyrelseskontor, Now)));

    [Fact]
    public void Only_the_recipients_are_told()
    {
        var basis = Basis(LegalBasisKind.Samtykke, Kontorer.BoligsocialtKontor);
        Assert.True(LegalBasisRules.Opens(basis, Category.Mistrivsel, Kontor.BoligsocialtKontor, Now));
        Assert.False(LegalBasisRules.Opens(basis, Category.Mistrivsel, Kontor.Ejendomskontor, Now));
        Assert.False(LegalBasisRules.Opens(basis with { Recipients = Kontorer.Ingen }, Category.Mistrivsel, Kontor.BoligsocialtKontor, Now));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    public void It_opens_until_it_runs_out(int secondsLeft, bool opens)
    {
        var basis = Basis(LegalBasisKind.Samtykke, Kontorer.Personale) with { Expires = Now.AddSeconds(secondsLeft) };
        Assert.Equal(opens, LegalBasisRules.Opens(basis, Category.Mistrivsel, Kontor.Ejendomskontor, Now));
    }

    [Fact]
    public void Before_anybody_is_asked_the_identity_is_sealed() =>
        Assert.False(LegalBasisRules.Opens(LegalBasis.None, Category.Restance, Kontor.BoligsocialtKontor, Now));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_can_open_is_what_opens_to_its_recipients(LegalBasisKind kind) =>
        Assert.All(Enum.GetValues<Category>(), category => Assert.Equal(Opens(kind, category), LegalBasisRules.CanOpen(kind, category)));

    private static bool Opens(LegalBasisKind kind, Category category) =>
        LegalBasisRules.Opens(Basis(kind, Kontorer.Personale), category, Kontor.BoligsocialtKontor, Now);

    private static LegalBasis Basis(LegalBasisKind kind, Kontorer recipients) => new(kind, null, null, recipients, null, null);
}
