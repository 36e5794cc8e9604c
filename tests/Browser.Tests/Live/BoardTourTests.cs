using System.Text.Json.Nodes;
using Hub.Browser.Tests.Site;
using Hub.Web.Tests.Server;

namespace Hub.Browser.Tests.Live;

/// <summary>The board goes everywhere and does everything it may, while staff work: no byte that reaches it tells of a person.</summary>
[Collection(LiveSite.Name)]
public class BoardTourTests(HubSite site)
{
    private static readonly string[] Employees =
        ["Jens Mortensen", "Karin Holm", "Amina Warsame", "Mikkel Ravn", "Lone Friis", "Torben Krag", "Sofie Lund"];

    [Fact]
    public async Task The_boards_whole_tour_carries_no_person_in_any_byte()
    {
        var (ejendom, boligsocial) = (await site.Server.SignIn(Sitemap.Email("ejendom")), await site.Server.SignIn(Sitemap.Email("boligsocial")));
        await using var board = await site.Visit(Sitemap.Email("bestyrelse"));
        var wire = new Wire(board.Page);
        await board.Listen(Screens.Bridge);
        await OpenAndWork(board.Page);
        var cases = await StaffWork(ejendom, boligsocial);
        foreach (var stop in await Stops(board))
        {
            await board.Open(stop);
        }

        var asked = await boligsocial.Post(Session.In(Session.Nordlyset, "matters"), new { title = "Bænken ved søen", text = "Må vi flytte den?" });
        await board.Listen($"{Screens.Bridge}/emner/{asked.Id("matterId")}");
        await board.Page.GetByLabel("Mødet den").FillAsync(DateTime.Today.AddDays(30).ToString("yyyy-MM-dd"));
        await board.Page.GetByRole(AriaRole.Button, new() { Name = "Sæt på dagsordenen" }).ClickAsync();
        await board.Page.GetByLabel("Hvad er besluttet?").FillAsync("Ja, gerne mod vest.");
        await board.Page.GetByRole(AriaRole.Button, new() { Name = "Send beslutningen" }).ClickAsync();
        await Assertions.Expect(board.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Ja, gerne mod vest.");

        Assert.True(wire.Count("websocket") > 5);
        Assert.NotEmpty(await wire.Find(["Bænken ved søen"]));
        Assert.Empty(board.Complaints);
        Assert.Empty(await wire.Find([.. Employees, .. await Told(ejendom, boligsocial), .. cases]));
        // The doors of the area stand in the form in which the board says where it is; elsewhere no address is anyone's.
        Assert.Empty(await wire.Find(await Addresses(ejendom, boligsocial), except: from => from.EndsWith("/meld", StringComparison.Ordinal)));
    }

    /// <summary>A matter from the board itself, sent and read while everything is live.</summary>
    private static async Task OpenAndWork(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Nyt emne" }).ClickAsync();
        await page.GetByLabel("Overskrift").FillAsync("Porten i nummer 4");
        await page.GetByLabel("Hvad drejer det sig om?").FillAsync("Den lukker ikke om vinteren.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Porten i nummer 4" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Dagsorden" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Til beslutning" })).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<string>> StaffWork(Session ejendom, Session boligsocial)
    {
        var sag = await ejendom.FlagAbout("Hemmelig Beboersen");
        await boligsocial.On(sag, "pickup");
        await boligsocial.On(sag, "notes", new { text = "Talte med Hemmelig Beboersen i dag", audience = "sagen", kind = "besoeg" });
        await boligsocial.On(sag, "handovers", new { toKontor = "ejendomskontor", reason = "Jeres", summary = "Se på døren" });
        await boligsocial.On(sag, "handovers", new { toKontor = "bestyrelseskontor", reason = "Til mødet", summary = "Lyset i opgangen" });
        return [sag.ToString()];
    }

    private static async Task<IReadOnlyList<string>> Stops(Visitor board)
    {
        var matters = await board.Page.Locator("[data-row-of] a[href*='/emner/']").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        return ["/", "/profil", Screens.Bridge, $"{Screens.Bridge}/meld", $"{Screens.Bridge}/emner/nyt", $"{Screens.Bridge}/overdragelser", .. matters.Distinct(), Screens.Bridge];
    }

    /// <summary>Every name, phone and case number that staff see.</summary>
    private static async Task<IReadOnlyList<string>> Told(params Session[] staff) =>
        [.. await Each(staff, c => [c["number"], Of(c, "name"), Of(c, "phone")])];

    private static async Task<IReadOnlyList<string>> Addresses(params Session[] staff) =>
        [.. await Each(staff, c => [Of(c, "address"), Of(c, "lejemaal")])];

    private static JsonNode? Of(JsonNode c, string field) => c["identity"] is JsonObject identity ? identity[field] : null;

    private static async Task<IEnumerable<string>> Each(Session[] staff, Func<JsonNode, JsonNode?[]> read)
    {
        var found = new HashSet<string>();
        foreach (var session in staff)
        {
            var workspace = (await session.Get(Session.In(Session.Nordlyset, "workspace"))).Json;
            found.UnionWith(workspace["cases"]!.AsArray().SelectMany(c => read(c!)).OfType<JsonNode>().Select(n => n.ToString()));
        }

        Assert.NotEmpty(found);
        return found;
    }
}
