using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests;

/// <summary>WCAG 2.2 A and AA as far as a machine can tell, on every page, in both themes.</summary>
[Collection(SharedSite.Name)]
public class AxeTests(HubSite site)
{
    [Theory]
    [MemberData(nameof(Sitemap.EveryRole), MemberType = typeof(Sitemap))]
    public async Task Every_page_is_accessible_in_both_themes(string role)
    {
        await using var visitor = await site.Visit(Sitemap.Email(role));

        await Check(visitor, await Sitemap.New(role, site.Server));
    }

    [Fact]
    public async Task The_pages_before_sign_in_are_accessible_in_both_themes()
    {
        await using var visitor = await site.Visit(screen: Screen.Phone);

        await Check(visitor, Sitemap.Open);
    }

    private static async Task Check(Visitor visitor, IReadOnlyList<Stop> stops)
    {
        var found = new List<string>();
        foreach (var stop in stops)
        {
            await visitor.Open(stop.Path);
            found.AddRange(await visitor.Barriers(stop.Name));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
        Assert.Empty(visitor.Complaints);
    }
}
