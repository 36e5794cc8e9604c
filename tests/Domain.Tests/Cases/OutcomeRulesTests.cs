using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Tests.Cases;

public class OutcomeRulesTests
{
    public static TheoryData<Category> Categories => [.. Enum.GetValues<Category>()];

    [Theory]
    [MemberData(nameof(Categories))]
    public void Every_case_may_end_in_the_common_ways(Category category)
    {
        Outcome[] common =
        [
            Outcome.Loest, Outcome.Henvist, Outcome.OvergivetTilKommunen, Outcome.TakkedeNej, Outcome.IkkeOpnaaetKontakt,
            Outcome.Ubegrundet, Outcome.Flyttet, Outcome.Doedsfald, Outcome.Dublet,
        ];
        Assert.All(common, outcome => Assert.True(OutcomeRules.Fits(outcome, category)));
    }

    [Theory]
    [InlineData(Outcome.Betalt, Category.Restance)]
    [InlineData(Outcome.Afdragsordning, Category.Restance)]
    [InlineData(Outcome.Enkeltydelse, Category.Restance)]
    [InlineData(Outcome.Ophaevet, Category.Restance)]
    [InlineData(Outcome.UdsaettelseGennemfoert, Category.Restance)]
    [InlineData(Outcome.FogedsagTilbagekaldt, Category.Restance)]
    [InlineData(Outcome.Maeglet, Category.Naboklage)]
    [InlineData(Outcome.Paamindelse, Category.Naboklage)]
    [InlineData(Outcome.Beboerklagenaevn, Category.Naboklage)]
    [InlineData(Outcome.KontaktOpnaaet, Category.IkkeSet)]
    [InlineData(Outcome.Indlagt, Category.IkkeSet)]
    [InlineData(Outcome.Underrettet, Category.BarnEllerUng)]
    [InlineData(Outcome.Anmeldt, Category.VoldEllerTrusler)]
    public void Some_ends_belong_to_one_category(Outcome outcome, Category only)
    {
        Assert.True(OutcomeRules.Fits(outcome, only));
        Assert.All(Enum.GetValues<Category>().Where(c => c != only), other => Assert.False(OutcomeRules.Fits(outcome, other)));
    }

    [Fact]
    public void Every_outcome_but_the_one_that_nobody_chooses_fits_somewhere() =>
        Assert.All(Enum.GetValues<Outcome>().Except([Outcome.Bortfaldet]), outcome => Assert.Contains(Enum.GetValues<Category>(), category => OutcomeRules.Fits(outcome, category)));

    [Theory]
    [MemberData(nameof(Categories))]
    public void What_is_offered_is_what_fits(Category category) =>
        Assert.Equal(Enum.GetValues<Outcome>().Where(o => OutcomeRules.Fits(o, category)), OutcomeRules.For(category).Order());
}
