using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests;

/// <summary>How much comes over the wire to a phone that has nothing yet.</summary>
[Collection(SharedSite.Name)]
public class WeightTests(HubSite site)
{
    private const int MostBytes = 150 * 1024;

    [Theory]
    [InlineData("ejendom")]
    [InlineData("bestyrelse")]
    [InlineData("boligsocial")]
    public async Task A_page_costs_at_most_150_kB_cold(string role)
    {
        foreach (var stop in (await Sitemap.New(role, site.Server)).DistinctBy(s => s.Name.Split('-')[0]))
        {
            await using var visitor = await site.Visit(Sitemap.Email(role), Screen.Phone);
            var bytes = await Weigh(visitor, stop.Path);

            Assert.True(bytes <= MostBytes, $"{stop.Name} costs {bytes} bytes.");
        }
    }

    [Fact]
    public async Task What_never_changes_is_kept_for_good_and_pages_are_not_kept_at_all()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        var kept = new Dictionary<string, string>();
        visitor.Page.Response += (_, response) => kept[new Uri(response.Url).AbsolutePath] = response.Headers.GetValueOrDefault("cache-control", "");
        await visitor.Open("/");

        Assert.Contains("no-store", kept["/"]);
        Assert.All(kept.Where(k => k.Key.StartsWith("/uden-forbindelse/", StringComparison.Ordinal)), k => Assert.Contains("no-store", k.Value));
        Assert.All(kept.Where(k => k.Key.Contains('.', StringComparison.Ordinal)), k => Assert.Contains("immutable", k.Value));
    }

    private static async Task<double> Weigh(Visitor visitor, string path)
    {
        var bytes = 0.0;
        var wire = await visitor.Page.Context.NewCDPSessionAsync(visitor.Page);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
        await visitor.Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        return bytes;
    }
}
