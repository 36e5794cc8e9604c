using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Live;

/// <summary>One worry on its whole way, with three people in front of screens that nobody reloads.</summary>
[Collection(LiveSite.Name)]
public class WholeWayTests(HubSite site)
{
    [Fact]
    public async Task From_flag_to_close_each_screen_follows_by_itself()
    {
        var (flagger, adviser) = (await site.Server.SignIn(Sitemap.Email("ejendom")), await site.Server.SignIn(Sitemap.Email("boligsocial")));
        await using var vicevaert = await site.AtBridge("ejendom", Screen.Phone);
        await using var boligsocial = await site.AtBridge("boligsocial");
        await using var leder = await site.AtBridge("leder");

        var sag = await flagger.FlagAbout("Hel Vejsen");
        await Expect(boligsocial.Row("boligsocialtKontor-hosOs", sag)).ToContainTextAsync("Hel Vejsen");
        await Expect(leder.Row("boligsocialtKontor-udenAnsvarlig", sag)).ToBeVisibleAsync();
        await Expect(boligsocial.Page.Locator("#announce")).ToContainTextAsync("Mistrivsel");

        await adviser.On(sag, "pickup");
        await Expect(boligsocial.Card(sag)).ToContainTextAsync("du har den");
        await Expect(leder.Row("boligsocialtKontor-hosOs", sag)).ToContainTextAsync("Amina Warsame");

        await adviser.Post(Session.In(Session.Nordlyset, "tasks"), new { title = "Skift låsen", kontor = "ejendomskontor", caseId = sag });
        await Expect(boligsocial.Row("boligsocialtKontor-venterPaaAndre", sag)).ToContainTextAsync("Skift låsen");
        await Expect(vicevaert.Page.Locator("[data-row-of='ejendomskontor-opgaver']")).ToContainTextAsync("Skift låsen");

        await HandOver(adviser, sag);
        await Expect(boligsocial.Row("paaVej", sag)).ToBeVisibleAsync();
        await vicevaert.Row("ejendomskontor-svarNu", sag).GetByText("Send tilbage").First.ClickAsync();
        await vicevaert.Card(sag).GetByLabel("Hvorfor sender I den tilbage?").FillAsync("Vi kan ikke komme ind");
        await vicevaert.Card(sag).GetByRole(AriaRole.Button, new() { Name = "Send tilbage" }).ClickAsync();
        await Expect(vicevaert.Page.Locator($"[data-row-of='boligsocialtKontor-andre'] > #sager-{sag}")).ToBeAttachedAsync();
        await Expect(boligsocial.Row("boligsocialtKontor-venterPaaAndre", sag)).ToBeVisibleAsync();

        // The phone has been scrolled down to answer: what comes now waits behind a chip.
        await HandOver(adviser, sag);
        await vicevaert.Page.GetByRole(AriaRole.Button, new() { Name = "1 nyt" }).ClickAsync();
        await vicevaert.Row("ejendomskontor-svarNu", sag).GetByRole(AriaRole.Button, new() { Name = "Tag imod" }).ClickAsync();
        await Expect(vicevaert.Row("ejendomskontor-hosOs", sag)).ToContainTextAsync("du har den");
        await Expect(boligsocial.Row("ejendomskontor-andre", sag)).ToBeVisibleAsync();

        Assert.Equal(200, (await flagger.On(sag, "close", new { outcome = "loest" })).Status);
        await Expect(vicevaert.Card(sag)).ToHaveAttributeAsync("data-left", "Er ikke her længere");
        await vicevaert.Page.EvaluateAsync("scrollTo(0, 0)");
        foreach (var visitor in new[] { vicevaert, boligsocial, leder })
        {
            await Expect(visitor.Card(sag)).ToHaveCountAsync(0);
            await visitor.HasNotReloaded();
            Assert.Empty(visitor.Complaints);
        }

        await Expect(vicevaert.Page.Locator($"#meldinger-{sag}")).ToContainTextAsync("Afsluttet: Løst");
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

    private static Task HandOver(Session session, Guid sag) =>
        session.On(sag, "handovers", new { toKontor = "ejendomskontor", reason = "Det er jeres", summary = "Døren lukker ikke" });

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
