using System.Diagnostics;
using System.Text.RegularExpressions;
using Hub.Browser.Tests.Site;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Browser.Tests;

/// <summary>Meld en bekymring: with a thumb, with the keyboard alone, and when something is wrong with it.</summary>
[Collection(SharedSite.Name)]
public partial class MeldTests(HubSite site)
{
    private const string Sentence = "Gardinerne har været nede i en uge, og posten hænger ud.";
    private static readonly string Meld = $"/omraader/{Nordlyset}/meld";

    [Fact]
    public async Task A_thumb_sends_a_worry_in_four_taps_and_a_sentence_and_under_a_minute()
    {
        await using var visitor = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone);
        await visitor.Open(Meld);
        var (taps, clock) = (0, Stopwatch.StartNew());

        await Tap(Option(visitor, "Mistrivsel"));
        await Tap(Option(visitor, "Mellem"));
        await Tap(visitor.Page.GetByLabel("Hvad har du set eller hørt?"));
        foreach (var letter in Sentence)
        {
            await visitor.Page.Keyboard.TypeAsync(letter.ToString());
            await visitor.Page.WaitForTimeoutAsync(120); // two thumbs write some eight letters a second at best
        }

        await Tap(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send melding" }));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { NameRegex = Sent() })).ToBeVisibleAsync();

        Assert.Equal(4, taps);
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(1), $"It took {clock.Elapsed}.");
        Assert.Empty(visitor.Complaints);

        async Task Tap(ILocator target)
        {
            await target.TapAsync();
            taps++;
        }
    }

    [Fact]
    public async Task What_a_thumb_hits_is_large_enough()
    {
        await using var visitor = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone);
        await visitor.Open(Meld);

        foreach (var target in await visitor.Page.Locator(".tile, .alarm .button, .send .button").AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box is { Width: >= 44, Height: >= 44 }, await target.InnerTextAsync());
        }
    }

    [Fact]
    public async Task It_says_who_gets_it_as_soon_as_it_is_chosen()
    {
        await using var visitor = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone);
        await visitor.Open(Meld);

        await Option(visitor, "Hærværk eller utryghed").TapAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Det sker der, når du sender" })).ToContainTextAsync("Ejendomskontor får din melding.");
    }

    [Fact]
    public async Task Danger_says_112_and_somebody_not_seen_says_114()
    {
        await using var visitor = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone);
        await visitor.Open(Meld);
        var urgent = visitor.Page.GetByText("Det er akut: ring 112 nu");
        await Assertions.Expect(urgent).ToBeHiddenAsync();

        await Option(visitor, "Akut").TapAsync();
        await Assertions.Expect(urgent).ToBeVisibleAsync();
        await Option(visitor, "Ikke set længe").TapAsync();

        await Assertions.Expect(visitor.Page.GetByText("ring til politiet på 114 nu")).ToBeVisibleAsync();
        await Assertions.Expect(urgent).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Open(Meld);
        var keys = visitor.Page.Keyboard;

        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Politiet 114" }).FocusAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowRight");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "Mistrivsel" })).ToBeCheckedAsync();
        await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Sentence);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send melding" }).FocusAsync();
        await keys.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { NameRegex = Sent() })).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_refusal_keeps_the_text_and_stands_where_one_looks(bool script)
    {
        await using var visitor = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone with { Script = script });
        await visitor.Open(Meld);
        await Option(visitor, "Mistrivsel").TapAsync();
        await Option(visitor, "Lav").TapAsync();
        await visitor.Page.GetByLabel("Hvad har du set eller hørt?").FillAsync("Hun har nummer 010203-1234.");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send melding" }).TapAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Der står et CPR-nummer i teksten.");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToBeInViewportAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Hvad har du set eller hørt?")).ToHaveValueAsync("Hun har nummer 010203-1234.");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "Mistrivsel" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Without_script_it_can_be_seen_beforehand_and_sent()
    {
        await using var visitor = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone with { Script = false });
        await visitor.Open(Meld);
        await Option(visitor, "Støj").TapAsync();
        await Option(visitor, "Lav").TapAsync();
        await visitor.Page.GetByLabel("Hvad har du set eller hørt?").FillAsync(Sentence);

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Vis, hvad der sker" }).TapAsync();
        await Assertions.Expect(visitor.Page.GetByText("får din melding.")).ToBeVisibleAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send melding" }).TapAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { NameRegex = Sent() })).ToBeVisibleAsync();
    }

    private static ILocator Option(Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex($"^{name}( |$)") });

    [GeneratedRegex(@"^Tak\. S-\d{4} er sendt\.$")]
    private static partial Regex Sent();
}
