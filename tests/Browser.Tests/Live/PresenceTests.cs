using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests.Live;

/// <summary>Colleagues notice each other, without names and without anything towards the board.</summary>
[Collection(LiveSite.Name)]
public class PresenceTests(HubSite site)
{
    [Fact]
    public async Task Staff_see_how_many_are_here_and_a_board_sees_only_its_own()
    {
        await using var boligsocial = await site.AtBridge("boligsocial");
        await using var ejendom = await site.AtBridge("ejendomsleder");
        await using var board = await site.AtBridge("bestyrelse");

        await Assertions.Expect(boligsocial.Page.Locator("[data-here='ejendomskontor']")).ToHaveTextAsync("1 er her nu");
        await Assertions.Expect(board.Page.Locator("[data-here='bestyrelseskontor']")).ToHaveTextAsync("1 er her nu");
        await Assertions.Expect(board.Page.Locator("[data-here]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_colleague_who_writes_on_the_same_case_is_noticed()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var sag = await flagger.FlagAbout("Skrevet Om");
        await using var reader = await site.Visit(Sitemap.Email("leder"));
        await reader.Listen($"{Screens.Bridge}/sager/{sag}");
        await using var writer = await site.Visit(Sitemap.Email("boligsocial"));
        await writer.Listen($"{Screens.Bridge}/sager/{sag}/notes");

        await writer.Page.Locator("textarea[name=text]").PressSequentiallyAsync("Ring");

        await Assertions.Expect(reader.Page.GetByText("En kollega skriver")).ToBeVisibleAsync();
        await Assertions.Expect(writer.Page.GetByText("En kollega skriver")).ToBeHiddenAsync();
    }
}
