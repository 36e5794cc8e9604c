using System.Text.RegularExpressions;
using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests.Live;

/// <summary>One worry on its whole way, with three people in front of screens that nobody reloads.</summary>
[Collection(LiveSite.Name)]
public class WholeWayTests(HubSite site)
{
    [Fact]
    public async Task From_flag_to_close_each_screen_follows_by_itself()
    {
        await using var phone = await site.Visit(Sitemap.Email("ejendom"), Screen.Phone);
        await using var vicevaert = await site.AtBridge("ejendom", Screen.Phone);
        await using var boligsocial = await site.AtBridge("boligsocial");
        await using var desk = await site.Visit(Sitemap.Email("boligsocial"));
        await using var leder = await site.AtBridge("leder");

        await Flag(phone, "Hel Vejsen");
        var card = boligsocial.Page.Locator("[data-row-of='boligsocialtKontor-hosOs'] > li", new() { HasText = "Hel Vejsen" });
        await Expect(card).ToBeVisibleAsync();
        await Expect(boligsocial.Page.Locator("#announce")).ToContainTextAsync("Mistrivsel");
        var sag = Guid.Parse((await card.GetAttributeAsync("id"))!["sager-".Length..]);
        await Expect(leder.Row("boligsocialtKontor-udenAnsvarlig", sag)).ToBeVisibleAsync();

        await desk.Open(Screens.Bridge);
        await desk.Card(sag).GetByRole(AriaRole.Button, new() { Name = "Tag sagen" }).ClickAsync();
        await Expect(desk.Page.GetByText("Du har sagen")).ToBeVisibleAsync();
        await Expect(boligsocial.Card(sag)).ToContainTextAsync("du har den");
        await Expect(leder.Row("boligsocialtKontor-hosOs", sag)).ToContainTextAsync("Amina Warsame");

        await GiveTask(desk, "Skift låsen");
        await Expect(boligsocial.Row("boligsocialtKontor-venterPaaAndre", sag)).ToContainTextAsync("Skift låsen");
        await Expect(vicevaert.Page.Locator("[data-row-of='ejendomskontor-opgaver']")).ToContainTextAsync("Skift låsen");

        await HandOver(desk);
        await Expect(boligsocial.Row("paaVej", sag)).ToBeVisibleAsync();
        await vicevaert.Row("ejendomskontor-svarNu", sag).GetByText("Send tilbage").First.ClickAsync();
        await vicevaert.Card(sag).GetByLabel("Hvorfor sender I den tilbage?").FillAsync("Vi kan ikke komme ind");
        await vicevaert.Card(sag).GetByRole(AriaRole.Button, new() { Name = "Send tilbage" }).ClickAsync();
        await Expect(vicevaert.Page.Locator($"[data-row-of='boligsocialtKontor-andre'] > #sager-{sag}")).ToBeAttachedAsync();
        await Expect(boligsocial.Row("boligsocialtKontor-venterPaaAndre", sag)).ToBeVisibleAsync();

        // Both have scrolled down to write: what comes now waits behind a chip.
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Siden er ændret. Vis det nye" }).ClickAsync();
        await HandOver(desk);
        await vicevaert.Page.GetByRole(AriaRole.Button, new() { Name = "1 nyt" }).ClickAsync();
        await vicevaert.Row("ejendomskontor-svarNu", sag).GetByRole(AriaRole.Button, new() { Name = "Tag imod" }).ClickAsync();
        await Expect(vicevaert.Row("ejendomskontor-hosOs", sag)).ToContainTextAsync("du har den");
        await Expect(boligsocial.Row("ejendomskontor-andre", sag)).ToBeVisibleAsync();

        await Close(phone, sag);
        await Expect(vicevaert.Card(sag)).ToHaveAttributeAsync("data-left", "Er ikke her længere");
        await vicevaert.Page.EvaluateAsync("scrollTo(0, 0)");
        foreach (var visitor in new[] { vicevaert, boligsocial, leder })
        {
            await Expect(visitor.Card(sag)).ToHaveCountAsync(0);
            await visitor.HasNotReloaded();
        }

        await Expect(vicevaert.Page.Locator($"#meldinger-{sag}")).ToContainTextAsync("Afsluttet: Løst");
        foreach (var visitor in new[] { phone, vicevaert, boligsocial, desk, leder })
        {
            Assert.Empty(visitor.Complaints);
            var kept = await visitor.Page.EvaluateAsync<string>("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])");
            Assert.All(["Vejsen", "Gardinerne", "Døren"], typed => Assert.DoesNotContain(typed, kept, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Who_flagged_is_told_what_becomes_of_it()
    {
        var (flagger, adviser) = (await site.Server.SignIn(Sitemap.Email("ejendom")), await site.Server.SignIn(Sitemap.Email("boligsocial")));
        var sag = await flagger.FlagAbout("Melder Sensen");
        await using var vicevaert = await site.AtBridge("ejendom", Screen.Phone);
        var told = vicevaert.Page.Locator($"#meldinger-{sag}");
        await Expect(told).ToContainTextAsync("Boligsocialt kontor tager den inden");

        await adviser.On(sag, "pickup");
        await Expect(told).ToContainTextAsync("Amina Warsame tog den");

        await adviser.On(sag, "notes", new { text = "Tak, vi har talt sammen.", audience = "melder", kind = "note" });
        await Expect(told).ToContainTextAsync("Tak, vi har talt sammen.");
    }

    private static async Task Flag(Visitor phone, string name)
    {
        var page = phone.Page;
        await phone.Open($"{Screens.Bridge}/meld");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Mistrivsel") }).TapAsync();
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Mellem") }).TapAsync();
        await page.GetByLabel("Hvad har du set eller hørt?").FillAsync("Gardinerne er nede hele dagen.");
        await page.GetByText("Hvem handler det om?").TapAsync();
        await page.GetByLabel("Navn", new() { Exact = true }).Locator("visible=true").FillAsync(name);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^Ja, og det måtte vi gerne") }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send melding" }).TapAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("er sendt") })).ToBeVisibleAsync();
    }

    private static async Task GiveTask(Visitor desk, string title)
    {
        await desk.Follow("Giv en opgave");
        await desk.Page.GetByLabel("Hvad skal der gøres?").FillAsync(title);
        await desk.Page.GetByLabel("Hvem skal gøre det?").SelectOptionAsync("ejendomskontor");
        await desk.Press("Giv opgaven");
    }

    private static async Task HandOver(Visitor desk)
    {
        await desk.Follow("Giv videre");
        await desk.Page.GetByLabel("Kort om sagen").FillAsync("Døren lukker ikke");
        await desk.Page.GetByLabel("Hvorfor giver I den videre?").FillAsync("Det er jeres");
        await desk.Press("Giv videre");
    }

    private static async Task Close(Visitor visitor, Guid sag)
    {
        await visitor.Open($"{Screens.Bridge}/sager/{sag}");
        await visitor.Follow("Luk sagen");
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "Løst" }).CheckAsync();
        await visitor.Press("Luk sagen");
        await Expect(visitor.Page.GetByText("Sagen er lukket: Løst")).ToBeVisibleAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
