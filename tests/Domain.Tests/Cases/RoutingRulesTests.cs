using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Tests.Data;

namespace Hub.Domain.Tests.Cases;

public class RoutingRulesTests
{
    private static readonly OmraadeSettings Standard = OmraadeSettings.Standard;

    public static TheoryData<int> Entries => [.. Enumerable.Range(0, Henvendelse.All.Count).Where(i => !Henvendelse.All[i].Matter)];

    [Theory]
    [MemberData(nameof(Entries))]
    public void Each_enquiry_goes_where_people_expect(int entry)
    {
        var said = Henvendelse.All[entry];
        Assert.Equal(said.Route, RoutingRules.Route(said.Category, said.Beboer, said.By, Standard));
    }

    [Theory]
    [InlineData(Kontor.Ejendomskontor)]
    [InlineData(Kontor.Bestyrelseskontor)]
    public void Without_a_person_vandalism_and_noise_are_for_ejendomskontor(Kontor by)
    {
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.HaervaerkEllerUtryghed, false, by, Standard));
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.Stoej, false, by, Standard));
        Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(Category.HaervaerkEllerUtryghed, true, by, Standard));
        Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(Category.Stoej, true, by, Standard));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Who_lives_in_a_home_is_for_ejendomskontor_whether_a_door_is_named_or_not(bool named)
    {
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.Fremleje, named, Kontor.Ejendomskontor, Standard));
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.Fremleje, named, Kontor.Bestyrelseskontor, Standard));
    }

    [Theory]
    [InlineData(Kontor.Bestyrelseskontor, true, Kontor.Ejendomskontor)]
    [InlineData(Kontor.Bestyrelseskontor, false, Kontor.Ejendomskontor)]
    [InlineData(Kontor.Ejendomskontor, true, Kontor.BoligsocialtKontor)]
    public void A_complaint_about_a_neighbour_from_the_board_is_for_ejendomskontor(Kontor by, bool named, Kontor to) =>
        Assert.Equal(to, RoutingRules.Route(Category.Naboklage, named, by, Standard));

    [Fact]
    public void What_boligsocialt_kontor_registers_itself_stays_there() =>
        Assert.All(Enum.GetValues<Category>(), category =>
        {
            Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(category, true, Kontor.BoligsocialtKontor, Standard));
            Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(category, false, Kontor.BoligsocialtKontor, Standard));
        });

    [Fact]
    public void No_case_is_ever_routed_to_a_board()
    {
        var settings = With(new RoutingRule(null, null, null, Kontor.Bestyrelseskontor));
        foreach (var category in Enum.GetValues<Category>())
        {
            foreach (var by in Enum.GetValues<Kontor>())
            {
                Assert.NotEqual(Kontor.Bestyrelseskontor, RoutingRules.Route(category, true, by, settings));
                Assert.NotEqual(Kontor.Bestyrelseskontor, RoutingRules.Route(category, false, by, settings));
            }
        }
    }

    [Fact]
    public void The_first_rule_of_the_tenant_that_matches_goes_before_the_built_in_ones()
    {
        var settings = With(
            new(Category.Vanroegt, false, null, Kontor.BoligsocialtKontor),
            new(Category.Vanroegt, null, Kontor.Ejendomskontor, Kontor.Ejendomskontor),
            new(Category.Vanroegt, null, null, Kontor.BoligsocialtKontor));
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.Vanroegt, true, Kontor.Ejendomskontor, settings));
        Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(Category.Vanroegt, false, Kontor.Ejendomskontor, settings));
        Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(Category.Vanroegt, true, Kontor.Bestyrelseskontor, settings));
    }

    [Fact]
    public void A_rule_that_does_not_match_changes_nothing() =>
        Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(
            Category.Restance, true, Kontor.Ejendomskontor, With(new RoutingRule(Category.Stoej, null, null, Kontor.Ejendomskontor))));

    [Fact]
    public void What_is_told_to_boligsocialt_kontor_leaves_it_only_by_a_rule_that_names_it()
    {
        var general = With(new RoutingRule(Category.Restance, null, null, Kontor.Ejendomskontor));
        Assert.Equal(Kontor.BoligsocialtKontor, RoutingRules.Route(Category.Restance, true, Kontor.BoligsocialtKontor, general));
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.Restance, true, Kontor.Ejendomskontor, general));
        var named = With(new RoutingRule(Category.Restance, null, Kontor.BoligsocialtKontor, Kontor.Ejendomskontor));
        Assert.Equal(Kontor.Ejendomskontor, RoutingRules.Route(Category.Restance, true, Kontor.BoligsocialtKontor, named));
    }

    private static OmraadeSettings With(params RoutingRule[] rules) => Standard with { Routing = rules };
}
