using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests.Live;

/// <summary>Nothing moves while somebody reads down the page, types or presses: a chip says that there is more.</summary>
[Collection(LiveSite.Name)]
public class UnderAFingerTests(HubSite site)
{
    [Fact]
    public async Task While_somebody_searches_new_cards_wait_behind_a_chip()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        await using var visitor = await site.AtBridge("boligsocial");
        await visitor.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(visitor.Page.GetByLabel("Find på siden")).ToBeFocusedAsync();

        var (first, second) = (await flagger.FlagAbout("Første Ventende"), await flagger.FlagAbout("Anden Ventende"));

        var chip = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "2 nye" });
        await Assertions.Expect(chip).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Card(first)).ToHaveCountAsync(0);
        await chip.ClickAsync();
        await Assertions.Expect(visitor.Card(first)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Card(second)).ToBeVisibleAsync();
        await Assertions.Expect(chip).ToBeHiddenAsync();
    }

    [Fact]
    public async Task While_a_finger_is_down_nothing_moves_and_then_it_does()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        await using var visitor = await site.AtBridge("boligsocial");
        await visitor.Page.Mouse.MoveAsync(500, 110);
        await visitor.Page.Mouse.DownAsync();
        var sag = await flagger.FlagAbout("Under Fingeren");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "1 nyt" })).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Card(sag)).ToHaveCountAsync(0);

        await visitor.Page.Mouse.UpAsync();

        await Assertions.Expect(visitor.Card(sag)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_search_narrows_what_is_on_the_page_and_never_the_address()
    {
        var flagger = await site.Server.SignIn(Sitemap.Email("ejendom"));
        var (found, other) = (await flagger.FlagAbout("Østen Åkjær"), await flagger.FlagAbout("Vestergaard"));
        await using var visitor = await site.AtBridge("boligsocial");
        var address = visitor.Page.Url;

        await visitor.Page.GetByLabel("Find på siden").FillAsync("østen akj");
        await Assertions.Expect(visitor.Card(found)).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Card(other)).ToBeHiddenAsync();
        await visitor.Page.GetByLabel("Find på siden").FillAsync("findes ikke her");
        await Assertions.Expect(visitor.Page.GetByText("Ingen kort på siden passer")).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visitor.Card(other)).ToBeVisibleAsync();
        Assert.Equal(address, visitor.Page.Url);
    }
}
