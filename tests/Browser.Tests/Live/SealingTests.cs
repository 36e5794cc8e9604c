using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Live;

/// <summary>A name that may no longer be seen leaves every screen, whatever its reader is doing.</summary>
[Collection(LiveSite.Name)]
public class SealingTests(HubSite site)
{
    [Fact]
    public async Task Consent_withdrawn_takes_the_name_from_the_bridge_and_from_the_open_case_at_once()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var sag = await flagger.FlagAbout("Tilbage Trukket");
        await using var bridge = await site.AtBridge("boligsocial");
        await using var open = await site.Visit(Sitemap.Email("boligsocial"));
        await open.Listen($"{Screens.Bridge}/sager/{sag}");
        await Assertions.Expect(bridge.Card(sag)).ToContainTextAsync("Tilbage Trukket");
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Tilbage Trukket");

        await Withdraw(flagger, sag);

        await Assertions.Expect(bridge.Card(sag)).ToContainTextAsync("Navnet er skjult");
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Tilbage Trukket");
        foreach (var visitor in new[] { bridge, open })
        {
            Assert.DoesNotContain("Tilbage Trukket", await visitor.Page.ContentAsync());
            await visitor.HasNotReloaded();
        }
    }

    [Fact]
    public async Task The_name_goes_and_what_is_being_written_stays()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var sag = await flagger.FlagAbout("Mens Jegskriver");
        await using var writer = await site.Visit(Sitemap.Email("boligsocial"));
        await writer.Listen($"{Screens.Bridge}/sager/{sag}/notes");
        var note = writer.Page.Locator("textarea[name=text]");
        await note.FillAsync("Aftalt at vi ses på torsdag");

        await Withdraw(flagger, sag);

        await Assertions.Expect(writer.Page.Locator("main").GetByText("Mens Jegskriver")).ToHaveCountAsync(0);
        await Assertions.Expect(note).ToHaveValueAsync("Aftalt at vi ses på torsdag");
        await Assertions.Expect(note).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_basis_that_runs_out_takes_the_name_along_by_the_clock_alone()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var expires = DateTimeOffset.UtcNow.AddHours(1);
        var sag = await flagger.FlagAbout("Udløber Snart", new { kind = "samtykke", form = "mundtligt", expires });
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Page.Clock.InstallAsync();
        await visitor.Listen(Screens.Bridge);
        await Assertions.Expect(visitor.Card(sag)).ToContainTextAsync("Udløber Snart");
        await visitor.Page.Context.SetOfflineAsync(true);

        await visitor.Page.Clock.FastForwardAsync((long)TimeSpan.FromMinutes(61).TotalMilliseconds);

        await Assertions.Expect(visitor.Card(sag)).Not.ToContainTextAsync("Udløber Snart");
    }

    private static async Task Withdraw(Session session, Guid sag) =>
        Assert.Equal(200, (await session.Delete(Session.In(Session.Nordlyset, $"cases/{sag}/legal-basis"))).Status);
}
