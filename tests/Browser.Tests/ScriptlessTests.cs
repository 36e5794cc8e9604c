using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests;

/// <summary>Pages are pages and forms are forms: script only makes them quicker.</summary>
[Collection(SharedSite.Name)]
public class ScriptlessTests(HubSite site)
{
    private static readonly Screen WithoutScript = Screen.Phone with { Script = false };

    [Fact]
    public async Task Somebody_signs_in_reads_the_list_and_flags_without_script()
    {
        await using var visitor = await site.Visit(screen: WithoutScript);
        await visitor.SignIn(Sitemap.Email("boligsocial"));
        await visitor.Go("Broen");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await visitor.Go("Meld");
        await visitor.Page.GetByLabel("Mistrivsel").CheckAsync();
        await visitor.Page.GetByLabel("Lav").CheckAsync();
        await visitor.Page.GetByLabel("Hvad har du set eller hørt?").FillAsync("Har ikke været i fællesvaskeriet i tre uger.");
        await visitor.Press("Send melding");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Tak. S-\\d{4} er sendt.") })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_stands_there_again_when_it_is_refused()
    {
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"), WithoutScript);
        await visitor.Open($"/omraader/{Session.Nordlyset}/meld");
        await visitor.Page.GetByLabel("Støj").CheckAsync();
        await visitor.Page.GetByLabel("Lav").CheckAsync();
        await visitor.Page.GetByLabel("Hvad har du set eller hørt?").FillAsync("Ringede fra 010190-1233 om larm.");
        await visitor.Press("Send melding");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("CPR");
        await Assertions.Expect(visitor.Page.GetByLabel("Hvad har du set eller hørt?")).ToHaveValueAsync("Ringede fra 010190-1233 om larm.");
        await Assertions.Expect(visitor.Page.GetByLabel("Støj")).ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_case_is_picked_up_and_noted_on_without_script()
    {
        var sag = await (await site.Server.SignIn(Sitemap.Email("ejendom"))).Flag();
        await using var visitor = await site.Visit(Sitemap.Email("boligsocial"), WithoutScript);
        await visitor.Open($"/omraader/{Session.Nordlyset}/sager/{sag}");
        await visitor.Press("Tag sagen");
        await visitor.Page.GetByRole(AriaRole.Textbox).First.FillAsync("Har ringet, intet svar.");
        await visitor.Press("Gem");

        await Assertions.Expect(visitor.Page.GetByText("Har ringet, intet svar.")).ToBeVisibleAsync();
    }
}
