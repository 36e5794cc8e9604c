using Hub.Contracts;
using Hub.Domain.Tests.Workspaces;

using static Hub.Domain.Tests.Workspaces.Cast;

namespace Hub.Domain.Tests.Access;

/// <summary>Who has signed in too weakly works on, and is shown no name: not in a field, not in a text, and not by breaking the seal.</summary>
public class AssuranceTests
{
    private static readonly Membership Weak = Vicevaert with { NamesSealed = true };

    private readonly Scenario area = new();

    [Fact]
    public void Every_identity_is_sealed_to_them_though_it_is_open_to_their_office()
    {
        var id = area.Flag(Vicevaert);
        var (weak, strong) = (area.View(Weak, id)!, area.View(Vicevaert, id)!);

        Assert.Equal((IdentityState.Forseglet, IdentityState.Aaben), (weak.Card.Identity!.State, strong.Card.Identity!.State));
        Assert.Equal((true, null), (weak.NamesSealed, strong.NamesSealed));
        Assert.Contains("Karen", strong.Description, StringComparison.Ordinal);
        Assert.DoesNotContain("Karen", weak.Description, StringComparison.Ordinal);
        Assert.Equal((true, IdentityState.Forseglet), (area.Workspace(Weak).NamesSealed, area.Workspace(Weak).Cases[0].Identity!.State));
    }

    [Fact]
    public void Nobody_is_asked_for_a_basis_that_is_there_and_no_seal_is_broken_for_nothing()
    {
        var id = area.Flag(Vicevaert, Beboere.Worry() with { LegalBasis = Beboere.Consent() });
        var sealedTo = area.Flag(Vicevaert);
        var weak = Boligsocial with { NamesSealed = true };

        Assert.DoesNotContain("ask-flagger", area.View(weak, id)!.Actions);
        Assert.DoesNotContain("unseal", area.View(weak, sealedTo)!.Actions);
        Assert.Contains("ask-flagger", area.View(weak, sealedTo)!.Actions);
        Assert.Contains("unseal", area.View(Boligsocial, sealedTo)!.Actions);
    }

    [Fact]
    public void They_work_the_case_all_the_same() => area.Given(Boligsocial with { NamesSealed = true }, new PickUpCase(area.Flag(Vicevaert)));
}
