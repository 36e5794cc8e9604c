using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests;

/// <summary>Nothing scrolls sideways, nothing jumps while it loads.</summary>
[Collection(SharedSite.Name)]
public class LayoutTests(HubSite site)
{
    private const string Moves =
        """
        window.moved = { by: 0, what: [] };
        new PerformanceObserver((list) => list.getEntries().forEach((e) => {
          moved.by += e.value;
          moved.what.push(...e.sources.map((s) => s.node?.outerHTML?.slice(0, 80) ?? s.node?.nodeName));
        })).observe({ type: "layout-shift", buffered: true });
        """;

    [Theory]
    [MemberData(nameof(Sitemap.EveryRole), MemberType = typeof(Sitemap))]
    public async Task No_page_scrolls_sideways_or_moves_while_it_loads(string role)
    {
        await using var visitor = await site.Visit(Sitemap.Email(role), Screen.Phone);
        await visitor.Page.AddInitScriptAsync(Moves);
        var found = new List<string>();
        foreach (var stop in await Sitemap.New(role, site.Server))
        {
            await visitor.Open(stop.Path);
            await visitor.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            if (await visitor.Page.EvaluateAsync<double>("moved.by") is var moved and >= 0.01)
            {
                found.Add($"{stop.Name} moves by {moved}: {await visitor.Page.EvaluateAsync<string>("moved.what.join(' ')")}");
            }

            found.AddRange(await visitor.Overflows(stop.Name));
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [InlineData("dpo")]
    [InlineData("boligsocial")]
    public async Task No_heading_of_the_bridge_stands_over_nothing(string role)
    {
        await using var visitor = await site.Visit(Sitemap.Email(role));
        await visitor.Open($"/omraader/{Session.Nordlyset}");

        Assert.NotEmpty(await visitor.Page.Locator(".lane").AllAsync());
        Assert.Equal(0, await visitor.Page.Locator(".lane:not(:has(li)):visible").CountAsync());
    }
}
