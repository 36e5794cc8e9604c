using Hub.Browser.Tests.Site;

namespace Hub.Browser.Tests;

/// <summary>Everything works without a mouse.</summary>
[Collection(SharedSite.Name)]
public class KeyboardTests(HubSite site)
{
    [Fact]
    public async Task Signing_in_takes_only_the_keyboard()
    {
        await using var visitor = await site.Visit();
        await visitor.Open("/login");
        await Assertions.Expect(visitor.Page.GetByLabel("E-mail")).ToBeFocusedAsync();
        await visitor.Page.Keyboard.TypeAsync(Sitemap.Email("boligsocial"));
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync(Web.Tests.Server.HubServer.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Min dag" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_first_stop_skips_to_the_content()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Open("/");
        await visitor.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Gå til indhold" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task J_and_k_walk_the_list_and_Enter_opens()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Open("/");
        var items = visitor.Page.Locator("[data-item]");
        foreach (var key in new[] { "j", "j", "k" })
        {
            await visitor.Page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(items.First).ToBeFocusedAsync();
        var href = await items.First.GetAttributeAsync("href");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync($"**{href}");
    }

    [Fact]
    public async Task N_flags_and_question_mark_explains_the_keys()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Open("/");
        await visitor.Page.Keyboard.PressAsync("?");
        var help = visitor.Page.GetByRole(AriaRole.Dialog, new() { Name = "Tastaturgenveje" });
        await Assertions.Expect(help).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(help).ToBeHiddenAsync();
        await visitor.Page.Keyboard.PressAsync("n");

        await visitor.Page.WaitForURLAsync("**/meld");
    }

    [Fact]
    public async Task Keys_that_were_switched_off_do_nothing()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"));
        await visitor.Open("/profil");
        await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "Tastaturgenveje" }).GetByLabel("Fra").CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status).GetByText("Gemt på denne enhed.")).ToBeVisibleAsync();
        await visitor.Page.Keyboard.PressAsync("?");

        await Assertions.Expect(visitor.Page.Locator("#help")).ToBeHiddenAsync();
    }
}
