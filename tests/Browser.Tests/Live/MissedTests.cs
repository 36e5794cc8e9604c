using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Live;

/// <summary>The line is whole and an answer fails, comes late or was written too early: the screen is true all the same.</summary>
[Collection(LiveSite.Name)]
public class MissedTests(HubSite site)
{
    /// <summary>The next load of the page is answered at once, and the page gets to know only when window.let is called.</summary>
    private const string HoldTheNextLoad =
        """
        () => {
          const { fetch } = window;
          window.loads = 0;
          document.addEventListener("hub:loaded", () => { window.loads += 1; });
          window.fetch = async (what, how) => {
            if (what !== location.href) return fetch(what, how);
            window.fetch = fetch;
            const answer = await fetch(what, how);
            const html = await answer.text();
            window.written = true;
            await new Promise((go) => { window.let = go; });
            return new Response(html, { status: answer.status });
          };
        }
        """;

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(0)]
    public async Task A_page_that_was_not_given_is_asked_for_again(int status)
    {
        var (adviser, sag, page) = await Case();
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Listen(page);
        await visitor.Page.RouteAsync($"**{page}", route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status }), new() { Times = 1 });

        await adviser.On(sag, "notes", new { text = "Hun har ringet tilbage.", audience = "eget" });

        await Assertions.Expect(visitor.Page.GetByText("Hun har ringet tilbage.")).ToBeVisibleAsync();
        await visitor.HasNotReloaded();
    }

    [Fact]
    public async Task An_older_page_that_comes_late_does_not_take_a_newer_ones_place()
    {
        var (adviser, sag, page) = await Case();
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Listen(page);
        await visitor.Page.EvaluateAsync(HoldTheNextLoad);
        await adviser.On(sag, "notes", new { text = "Den første.", audience = "eget" });
        await visitor.Page.WaitForFunctionAsync("() => window.written");
        await adviser.On(sag, "notes", new { text = "Den anden.", audience = "eget" });
        await Assertions.Expect(visitor.Page.GetByText("Den anden.")).ToBeVisibleAsync();
        await visitor.Page.EvaluateAsync(
            """
            () => {
              const look = () => { window.wentBack ||= !document.querySelector("main").textContent.includes("Den anden."); };
              new MutationObserver(look).observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
            }
            """);

        await visitor.Page.EvaluateAsync("window.let()");
        await adviser.On(sag, "notes", new { text = "Den tredje.", audience = "eget" });

        await Assertions.Expect(visitor.Page.GetByText("Den tredje.")).ToBeVisibleAsync();
        Assert.False(await visitor.Page.EvaluateAsync<bool>("window.wentBack === true"));
    }

    /// <summary>Before its card has been asked for, and once the card is there.</summary>
    [Theory]
    [InlineData("hub:changed")]
    [InlineData("hub:settled")]
    public async Task What_changes_after_a_page_was_written_stays_when_that_page_is_shown(string moment)
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        await using var visitor = await site.AtBridge("boligsocial");
        await visitor.Page.EvaluateAsync(HoldTheNextLoad);
        await visitor.Page.EvaluateAsync("moment => { document.dispatchEvent(new CustomEvent('hub:reload')); document.addEventListener(moment, () => window.let?.()); }", moment);
        await visitor.Page.WaitForFunctionAsync("() => window.let !== undefined");

        var sag = await flagger.FlagAbout("Efter Siden Blev Skrevet");

        await visitor.Page.WaitForFunctionAsync("() => window.loads > 0");
        await Assertions.Expect(visitor.Card(sag)).ToBeVisibleAsync();
        await visitor.HasNotReloaded();
    }

    [Fact]
    public async Task A_changed_card_brings_the_tallies_along()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        await using var visitor = await site.AtBridge("boligsocial");
        var asked = new List<string>();
        visitor.Page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        var tally = visitor.Page.Locator("#tal-boligsocialtKontor");
        var before = await tally.TextContentAsync() ?? "";

        var sag = await flagger.FlagAbout("Talt Med");

        await Assertions.Expect(visitor.Card(sag)).ToBeVisibleAsync();
        await Assertions.Expect(tally).Not.ToHaveTextAsync(before);
        Assert.Equal([$"{Screens.Bridge}/sager/{sag}/kort"], asked);

        var amina = await site.Server.SignIn(Sitemap.Email("boligsocial"));
        await amina.On(sag, "pickup");
        await amina.On(sag, "close", new { outcome = "loest" });
        await Assertions.Expect(visitor.Card(sag)).ToHaveCountAsync(0);
        await Assertions.Expect(tally).ToHaveTextAsync(before);
        Assert.All(asked, path => Assert.EndsWith("/kort", path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tallies_that_were_not_given_are_asked_for_again()
    {
        await using var visitor = await site.AtBridge("boligsocial");
        var tally = visitor.Page.Locator("#tal-ejendomskontor");
        var before = await tally.TextContentAsync() ?? "";
        await visitor.Page.RouteAsync($"**{Screens.Bridge}/tal", route => route.FulfillAsync(new() { Status = 503 }), new() { Times = 1 });

        // Nothing of it reaches another office but its number.
        var flagged = await (await site.Server.SignIn(Sitemap.Email("ejendom"))).Post(
            Session.In(Session.Nordlyset, "flags"), new { category = "naboklage", severity = "lav", description = "Musik om natten.", toKontor = "ejendomskontor" });

        Assert.Equal(201, flagged.Status);
        await Assertions.Expect(tally).Not.ToHaveTextAsync(before);
        await Assertions.Expect(visitor.Card(flagged.Id("caseId"))).ToHaveCountAsync(0);
    }

    private async Task<(Session Adviser, Guid Sag, string Page)> Case()
    {
        var sag = await (await site.Server.SignIn(Sitemap.Email("ejendom"))).FlagAbout("Åben På Skærmen");
        var adviser = await site.Server.SignIn(Sitemap.Email("boligsocial"));
        await adviser.On(sag, "pickup");
        return (adviser, sag, $"{Screens.Bridge}/sager/{sag}");
    }
}
