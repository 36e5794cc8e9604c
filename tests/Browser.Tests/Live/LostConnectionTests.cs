using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests.Live;

/// <summary>What a screen does when it no longer hears from the server, and when it hears again.</summary>
[Collection(LiveSite.Name)]
public class LostConnectionTests(HubSite site)
{
    [Fact]
    public async Task Silence_is_said_plainly_after_fifteen_seconds_and_names_go_after_two_minutes()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var sag = await flagger.FlagAbout("Offline Hansen");
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Page.Clock.InstallAsync();
        var line = await Line.Tap(visitor.Page);
        await visitor.Listen(Screens.Bridge);
        var notice = visitor.Page.GetByText("Ingen forbindelse.");
        await Assertions.Expect(visitor.Card(sag)).ToContainTextAsync("Offline Hansen");

        await line.Cut();
        await visitor.Page.Clock.RunForAsync(15_000);
        await Assertions.Expect(notice).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Card(sag)).ToContainTextAsync("Offline Hansen");

        await visitor.Page.Clock.RunForAsync(120_000);
        await Assertions.Expect(visitor.Card(sag)).Not.ToContainTextAsync("Offline Hansen");
        await Assertions.Expect(visitor.Card(sag)).ToContainTextAsync("Skjult, til forbindelsen er tilbage");

        await line.Mend();
        await visitor.Page.Clock.RunForAsync(10_000);
        await Assertions.Expect(notice).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Card(sag)).ToContainTextAsync("Offline Hansen");
        await visitor.HasNotReloaded();
    }

    [Fact]
    public async Task What_happened_meanwhile_is_there_once_the_connection_is_back()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var closed = await flagger.FlagAbout("Lukket Imens");
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        var line = await Line.Tap(visitor.Page);
        await visitor.Listen(Screens.Bridge);
        await line.Cut();
        var adviser = await site.Server.SignIn(Sitemap.Email("boligsocial"));
        await adviser.On(closed, "pickup");
        await adviser.On(closed, "close", new { outcome = "loest" });
        var raised = await flagger.FlagAbout("Kommet Imens");

        await line.Mend();

        await Assertions.Expect(visitor.Card(raised)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Card(closed)).ToHaveCountAsync(0);
        await visitor.HasNotReloaded();
    }

    [Fact]
    public async Task Where_websockets_never_get_through_the_screen_asks_and_stays_true()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Page.RouteWebSocketAsync("**/hubs/workspace", socket => socket.CloseAsync());
        await visitor.Open(Screens.Bridge);
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));

        var sag = await flagger.FlagAbout("Uden Websocket");

        await Assertions.Expect(visitor.Card(sag)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.GetByText("Ingen forbindelse.")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task After_sleep_the_screen_is_what_a_fresh_load_would_be()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Page.Clock.InstallAsync();
        var line = await Line.Tap(visitor.Page);
        await visitor.Listen(Screens.Bridge);
        await line.Cut();
        var sag = await flagger.FlagAbout("Mens Den Sov");
        await line.Mend();

        await visitor.Page.Clock.FastForwardAsync((long)TimeSpan.FromHours(8).TotalMilliseconds);
        await visitor.Page.Clock.RunForAsync(10_000);

        await Assertions.Expect(visitor.Card(sag)).ToContainTextAsync("Mens Den Sov");
        await visitor.HasNotReloaded();
    }
}
