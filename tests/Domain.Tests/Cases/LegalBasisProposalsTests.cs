using Hub.Contracts;
using Hub.Domain.Cases;

namespace Hub.Domain.Tests.Cases;

public class LegalBasisProposalsTests
{
    public static TheoryData<Category> Categories => [.. Enum.GetValues<Category>()];

    [Theory]
    [MemberData(nameof(Categories))]
    public void What_is_proposed_for_a_category_can_open_it(Category category)
    {
        var proposed = LegalBasisProposals.For(category);
        Assert.NotEmpty(proposed);
        Assert.All(proposed, kind => Assert.True(LegalBasisRules.CanOpen(kind, category), $"{kind}"));
        Assert.Equal(proposed.Distinct(), proposed);
    }

    [Theory] // GDPR art. 6(1)(a): the beboer may always be asked
    [MemberData(nameof(Categories))]
    public void Asking_the_beboer_is_always_among_it(Category category) =>
        Assert.Contains(LegalBasisKind.Samtykke, LegalBasisProposals.For(category));

    [Theory]
    [InlineData(Category.Restance, LegalBasisKind.Lejekontrakt)] // art. 6(1)(b)
    [InlineData(Category.Mistrivsel, LegalBasisKind.Samtykke)] // art. 6(1)(a)
    [InlineData(Category.IkkeSet, LegalBasisKind.VitaleInteresser)] // art. 6(1)(d)
    [InlineData(Category.VoldEllerTrusler, LegalBasisKind.BeretigetInteresse)] // art. 6(1)(f)
    public void The_best_comes_first(Category category, LegalBasisKind kind) => Assert.Equal(kind, LegalBasisProposals.For(category)[0]);
}
