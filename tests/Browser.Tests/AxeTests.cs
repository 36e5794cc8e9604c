using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests;

/// <summary>WCAG 2.2 A and AA as far as a machine can tell, on every page for every role, in both themes.</summary>
[Collection(SharedSite.Name)]
public class AxeTests(HubSite site)
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    private static readonly AxeRunOptions Colours = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast"] } };

    [Theory]
    [InlineData("ejendom")]
    [InlineData("bestyrelse")]
    [InlineData("boligsocial")]
    [InlineData("leder")]
    [InlineData("dpo")]
    [InlineData("admin")]
    public async Task Every_page_of_a_role_is_accessible_in_both_themes(string role)
    {
        await using var visitor = await site.Visit(Sitemap.Email(role));

        await Check(visitor, await Sitemap.Of(role, site.Server));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task The_pages_before_sign_in_are_accessible_in_both_themes()
    {
        await using var visitor = await site.Visit(screen: Screen.Phone);

        await Check(visitor, Sitemap.Open);
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>The dark theme changes colours and nothing else.</summary>
    private static async Task Check(Visitor visitor, IEnumerable<Stop> stops)
    {
        var found = new List<string>();
        foreach (var stop in stops)
        {
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await visitor.Open(stop.Path);
            found.AddRange(await Violations(visitor.Page, Everything, stop.Name));
            await visitor.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await visitor.Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {}))).then(() => new Promise(requestAnimationFrame))");
            found.AddRange(await Violations(visitor.Page, Colours, $"{stop.Name} in the dark"));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static async Task<IEnumerable<string>> Violations(IPage page, AxeRunOptions rules, string where) =>
        from v in (await page.RunAxe(rules)).Violations from node in v.Nodes select $"{where}: {v.Id}: {node.Html}";
}
