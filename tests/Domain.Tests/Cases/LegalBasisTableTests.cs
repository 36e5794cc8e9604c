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

    [Fact] // GDPR art. 7(1): whoever relies on a consent must be able to show it
    public void Only_consent_demands_a_form() =>
        Assert.Equal([LegalBasisKind.Samtykke], LegalBasisRules.All.Where(r => r.FormDemanded).Select(r => r.Kind));
}
