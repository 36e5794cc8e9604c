using Hub.Browser.Tests.Site;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Browser.Tests;

/// <summary>A case's page in people's hands.</summary>
[Collection(SharedSite.Name)]
public class SagenTests(HubSite site)
{
    [Fact]
    public async Task A_note_is_added_without_leaving_the_page_or_the_place()
    {
        await using var visitor = await Open("boligsocial", await Own());
        var page = visitor.Page;

        await page.GetByLabel("Hvad er der sket?").FillAsync("Ringede, ingen svarede.");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Opkald" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Amina Warsame ringede")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Hvad er der sket?")).ToHaveValueAsync("");
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task What_is_being_typed_is_kept_and_offered_again()
    {
        var c = await Own();
        await using var visitor = await Open("boligsocial", c);

        await visitor.Page.GetByLabel("Hvad er der sket?").PressSequentiallyAsync("Halv");
        await Assertions.Expect(visitor.Page.GetByText("Kladde gemt")).ToBeVisibleAsync();
        await visitor.Open(Sag(c));

        await Assertions.Expect(visitor.Page.GetByLabel("Hvad er der sket?")).ToHaveValueAsync("Halv");
    }

    [Fact]
    public async Task Ones_own_doing_is_no_news()
    {
        await using var visitor = await Open("boligsocial", await Own());
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Giv en opgave" }).ClickAsync();
        await page.GetByLabel("Hvad skal der gøres?").FillAsync("Mål fugten");
        await page.SetViewportSizeAsync(1280, 400);
        await page.EvaluateAsync("scrollTo(0, 200); const text = Response.prototype.text; Response.prototype.text = async function () { const read = await text.call(this); if (this.url.includes('/sager/')) setTimeout(() => { document.documentElement.dataset.reread = ''; }); return read; }; 0");

        await page.GetByRole(AriaRole.Button, new() { Name = "Giv opgaven" }).ClickAsync();
        await page.Locator("html[data-reread]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Opgaver" })).ToContainTextAsync("Mål fugten");
        await Assertions.Expect(page.Locator("#news")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_sealed_name_says_why_and_offers_what_would_open_it()
    {
        await using var visitor = await Open("boligsocial", await (await site.Server.SignIn("ejendom@nordbo.example")).Flag(beboer: new { name = "Prøve Skjultsen" }));
        var page = visitor.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Tag sagen" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Navnet er skjult. Beboeren er ikke spurgt endnu.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bed melderen spørge" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Ejendomskontoret er bedt om at spørge beboeren")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Bed melderen spørge" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_keyboard_alone_takes_a_case_and_closes_it()
    {
        await using var visitor = await Open("boligsocial", await (await site.Server.SignIn("ejendom@nordbo.example")).Flag(legalBasis: new { kind = "samtykke", form = "mundtligt" }));
        var (page, keys) = (visitor.Page, visitor.Page.Keyboard);

        await page.GetByRole(AriaRole.Button, new() { Name = "Tag sagen" }).FocusAsync();
        await keys.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Du har sagen")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Luk sagen" }).FocusAsync();
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Løst" }).FocusAsync();
        await keys.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Luk sagen" }).FocusAsync();
        await keys.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("Sagen er lukket: Løst")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_form_that_was_just_opened_is_not_taken_away_by_an_older_answer()
    {
        var c = await Own();
        await using var visitor = await Open("boligsocial", c);
        var page = visitor.Page;
        await page.SetViewportSizeAsync(1280, 2400); // nothing to scroll, so nothing that has to wait
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync($"**{Sag(c)}", async route =>
        {
            var old = await route.FetchAsync();
            asked.TrySetResult();
            await answer.Task;
            await route.FulfillAsync(new() { Response = old });
        });

        await (await site.Server.SignIn("boligsocial@nordbo.example")).Note(c, "Ringede fra gaden.");
        await asked.Task;
        await page.GetByRole(AriaRole.Link, new() { Name = "Luk sagen" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Løst" }).CheckAsync();
        await (await site.Server.SignIn("boligsocial@nordbo.example")).Note(c, "Ringede igen.");
        answer.SetResult();

        await Assertions.Expect(page.GetByText("Ringede igen.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Løst" })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_waits_to_be_shown_does_not_bring_back_the_page_from_before_ones_own_doing()
    {
        var c = await Own();
        await using var visitor = await Open("boligsocial", c);
        var page = visitor.Page;
        await page.SetViewportSizeAsync(1280, 400);
        await page.EvaluateAsync("scrollTo(0, 200)");
        await (await site.Server.SignIn("boligsocial@nordbo.example")).Note(c, "Ringede fra gaden.");
        await Assertions.Expect(page.Locator("#news")).ToBeVisibleAsync();
        await page.RouteAsync($"**{Sag(c)}", route => route.Request.Headers.ContainsKey("hx-request") ? route.ContinueAsync() : route.AbortAsync());

        await page.GetByRole(AriaRole.Link, new() { Name = "Luk sagen" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Løst" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Luk sagen" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Sagen er lukket: Løst")).ToBeVisibleAsync();
        await page.EvaluateAsync("document.activeElement.blur(); document.getElementById('news').click()");

        await Assertions.Expect(page.GetByText("Sagen er lukket: Løst")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_form_of_a_case_opens_and_sends_without_script()
    {
        var c = await Own();
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"), new Screen(Script: false));
        await visitor.Open(Sag(c));
        var page = visitor.Page;

        await page.GetByRole(AriaRole.Link, new() { Name = "Giv en opgave" }).ClickAsync();
        await page.GetByLabel("Hvad skal der gøres?").FillAsync("Mål fugten");
        await page.GetByLabel("Hvem skal gøre det?").SelectOptionAsync("ejendomskontor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Giv opgaven" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Opgaver" })).ToContainTextAsync("Mål fugten");
    }

    private static string Sag(Guid c) => $"/omraader/{Nordlyset}/sager/{c}";

    private async Task<Guid> Own() => await (await site.Server.SignIn("boligsocial@nordbo.example")).Flag();

    private async Task<Visitor> Open(string role, Guid c)
    {
        var visitor = await site.Visit(Sitemap.Email(role));
        await visitor.Open(Sag(c));
        return visitor;
    }
}
