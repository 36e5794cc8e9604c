using Hub.Contracts;
using static Hub.Contracts.LegalBasisKind;

namespace Hub.Domain.Cases;

/// <summary>Which bases usually fit a category, best first. Asking the beboer is never wrong, so consent is always among them.</summary>
public static class LegalBasisProposals
{
    public static IReadOnlyList<LegalBasisKind> For(Category category) => category switch
    {
        Category.Restance or Category.Naboklage or Category.Stoej or Category.Vanroegt or Category.Fremleje => [Lejekontrakt, Samtykke],
        Category.HaervaerkEllerUtryghed => [Lejekontrakt, BeretigetInteresse, Samtykke],
        Category.VoldEllerTrusler => [BeretigetInteresse, Samtykke],
        Category.IkkeSet => [VitaleInteresser, Samtykke],
        Category.Aeldre or Category.BekymrendeAdfaerd or Category.BarnEllerUng => [Samtykke, VitaleInteresser],
        _ => [Samtykke],
    };
}
