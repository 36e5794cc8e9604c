using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Tests.Cases;

public class LegalBasisTableTests
{
    [Fact]
    public void Every_kind_has_one_rule() => Assert.Equal(Enum.GetValues<LegalBasisKind>(), LegalBasisRules.All.Select(r => r.Kind).Order());

    [Theory]
    [InlineData(LegalBasisKind.Samtykke, "art. 6, stk. 1, litra a", BasisScope.Anything)]
    [InlineData(LegalBasisKind.Lejekontrakt, "art. 6, stk. 1, litra b", BasisScope.Tenancy)]
    [InlineData(LegalBasisKind.RetligForpligtelse, "art. 6, stk. 1, litra c", BasisScope.Nothing)]
    [InlineData(LegalBasisKind.VitaleInteresser, "art. 6, stk. 1, litra d", BasisScope.Anything)]
    [InlineData(LegalBasisKind.Myndighedsopgave, "art. 6, stk. 1, litra e", BasisScope.Anything)]
    [InlineData(LegalBasisKind.BeretigetInteresse, "art. 6, stk. 1, litra f", BasisScope.Anything)]
    public void What_a_basis_opens_stands_on_its_paragraph(LegalBasisKind kind, string law, BasisScope opens)
    {
        var rule = LegalBasisRules.Of(kind)!;
        Assert.EndsWith(law, rule.Law, StringComparison.Ordinal);
        Assert.Equal(opens, rule.Opens);
    }

    [Fact]
    public void What_names_no_paragraph_opens_nothing() =>
        Assert.All(LegalBasisRules.All.Where(r => r.Law is null), r => Assert.Equal((BasisScope.Nothing, Kontorer.Ingen), (r.Opens, r.Offices)));

    [Fact] // GDPR art. 5(1)(c): a board has no need to know
    public void No_rule_opens_to_a_board() => Assert.All(LegalBasisRules.All, r => Assert.False(r.Offices.Has(Kontor.Bestyrelseskontor)));

    [Theory] // GDPR art. 5(1)(c): no more of the identity than the basis needs
    [InlineData(LegalBasisKind.Samtykke, IdentityFields.All, IdentityFields.All)]
    [InlineData(LegalBasisKind.VitaleInteresser, IdentityFields.All, IdentityFields.All)]
    [InlineData(LegalBasisKind.Lejekontrakt, IdentityFields.All, IdentityFields.NameAndDoor)]
    [InlineData(LegalBasisKind.Myndighedsopgave, IdentityFields.NameAndDoor, IdentityFields.All)]
    [InlineData(LegalBasisKind.BeretigetInteresse, IdentityFields.NameAndDoor, IdentityFields.NameAndDoor)]
    [InlineData(LegalBasisKind.RetligForpligtelse, IdentityFields.None, IdentityFields.None)]
    [InlineData(LegalBasisKind.IkkeSpurgt, IdentityFields.None, IdentityFields.None)]
    [InlineData(LegalBasisKind.Afslaaet, IdentityFields.None, IdentityFields.None)]
    public void What_it_opens_to_whom(LegalBasisKind kind, IdentityFields ejendom, IdentityFields boligsocial)
    {
        var rule = LegalBasisRules.Of(kind)!;
        Assert.Equal((ejendom, boligsocial, IdentityFields.None), (rule.To(Kontor.Ejendomskontor), rule.To(Kontor.BoligsocialtKontor), rule.To(Kontor.Bestyrelseskontor)));
    }

    [Theory] // GDPR art. 7(3), 21
    [InlineData(LegalBasisKind.Samtykke, BasisEnd.Withdrawal)]
    [InlineData(LegalBasisKind.BeretigetInteresse, BasisEnd.Objection)]
    [InlineData(LegalBasisKind.Myndighedsopgave, BasisEnd.Objection)]
    [InlineData(LegalBasisKind.Lejekontrakt, BasisEnd.Lapse)]
    [InlineData(LegalBasisKind.Afslaaet, BasisEnd.Never)]
    public void How_it_ends(LegalBasisKind kind, BasisEnd end) => Assert.Equal(end, LegalBasisRules.Of(kind)!.End);

    [Fact] // GDPR art. 5(1)(e)
    public void Whatever_opens_something_runs_out_and_danger_soonest()
    {
        var opening = LegalBasisRules.All.Where(r => r.Opens != BasisScope.Nothing).ToList();
        Assert.All(opening, r => Assert.NotNull(r.Lasts));
        Assert.Equal(LegalBasisKind.VitaleInteresser, opening.MinBy(r => r.Lasts)!.Kind);
        Assert.Equal(LegalBasisKind.Samtykke, opening.MaxBy(r => r.Lasts)!.Kind);
    }

    [Theory]
    [InlineData(LegalBasisKind.Samtykke, Saerlig.Helbred, "art. 9, stk. 2, litra a", true)]
    [InlineData(LegalBasisKind.Samtykke, Saerlig.Strafbart, "§ 8, stk. 3-4", true)]
    [InlineData(LegalBasisKind.BeretigetInteresse, Saerlig.Strafbart, "§ 8, stk. 3-4", true)]
    [InlineData(LegalBasisKind.VitaleInteresser, Saerlig.Helbred, "art. 9, stk. 2, litra c", false)]
    [InlineData(LegalBasisKind.VitaleInteresser, Saerlig.Strafbart, "§ 8, stk. 4", false)]
    public void What_it_carries_stands_on_its_paragraph(LegalBasisKind kind, Saerlig what, string law, bool expressly)
    {
        var rule = LegalBasisRules.Of(kind)!.Carries.Single(c => c.What == what);
        Assert.EndsWith(law, rule.Law, StringComparison.Ordinal);
        Assert.Equal(expressly, rule.Expressly);
    }

    [Fact] // GDPR art. 9(2): neither a contract, a weighing nor a task of the kommune is among its grounds
    public void Nothing_else_carries_health() => Assert.Equal(
        [LegalBasisKind.Samtykke, LegalBasisKind.VitaleInteresser], LegalBasisRules.CarriersOf(Saerlig.Helbred, Category.Restance));

    [Fact] // GDPR art. 5(1)(b), 6(3), 13(1)(d): what is weighed, and which task, has to be said
    public void A_weighing_and_a_task_demand_a_purpose() => Assert.Equal(
        [LegalBasisKind.BeretigetInteresse, LegalBasisKind.Myndighedsopgave], LegalBasisRules.All.Where(r => r.PurposeDemanded).Select(r => r.Kind));

    [Fact] // GDPR art. 6(1)(b): the kommune is no party to the tenancy
    public void The_tenancy_is_no_basis_for_telling_another_employer() => Assert.Equal(
        [LegalBasisKind.Lejekontrakt], LegalBasisRules.All.Where(r => r.Opens != BasisScope.Nothing && !r.Discloses).Select(r => r.Kind));

    [Fact] // GDPR art. 7(1): whoever relies on a consent must be able to show it
    public void Only_consent_demands_a_form() =>
        Assert.Equal([LegalBasisKind.Samtykke], LegalBasisRules.All.Where(r => r.FormDemanded).Select(r => r.Kind));
}
