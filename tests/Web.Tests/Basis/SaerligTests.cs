using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Basis;

/// <summary>A text on health (GDPR art. 9) or offences (databeskyttelsesloven § 8) leaves to another office only where a basis carries it.</summary>
[Collection(SharedServer.Name)]
public sealed class SaerligTests(HubServer hub)
{
    private const string Text = "Tager meget medicin";

    [Fact]
    public async Task It_stands_in_no_answer_of_the_other_office_until_the_beboer_has_expressly_said_yes()
    {
        var ejendom = await Forms.Somebody.SignIn(hub, "ejendom");
        var social = await Forms.Somebody.SignIn(hub, "boligsocial");
        await ejendom.Open(Forms.Somebody.Meld);
        await ejendom.Send("/meld", ("category", "mistrivsel"), ("severity", "mellem"), ("description", Text), ("saerlig", "helbred"), ("beboer.name", "Asta Særligsen"));
        var sag = await Newest(ejendom.Api);
        await ejendom.Open(Forms.Somebody.Case(sag, "/notes"));
        await ejendom.Send("/notes", ("text", Text), ("audience", "sagen"), ("kind", "note"), ("saerlig", "helbred"), ("saerlig", "strafbart"));

        var answers = await Everything(social, sag);
        Assert.All(answers, a => Assert.DoesNotContain("medicin", a, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Her står noget om helbred. Det er skjult for jer.", answers[0], StringComparison.Ordinal);
        Assert.Contains("hvis beboeren udtrykkeligt siger ja", answers[0], StringComparison.Ordinal);
        Assert.Contains(Text, (await Everything(ejendom, sag))[0], StringComparison.Ordinal);
        Assert.All(await Seen(sag), f => Assert.Equal(Revealed.None, f & (Revealed.Description | Revealed.Saerlig | Revealed.Timeline)));

        await ejendom.Open(Forms.Somebody.Case(sag, "/legal-basis"));
        await ejendom.Send("/legal-basis", ("kind", "samtykke"), ("form", "skriftligt"), ("covers", "helbred"), ("covers", "strafbart"));
        Assert.Contains(Text, (await Everything(social, sag))[0], StringComparison.Ordinal);
        Assert.Contains(await Seen(sag), f => f.HasFlag(Revealed.Saerlig | Revealed.Description | Revealed.Timeline));
    }

    [Fact]
    public async Task A_handover_keeps_it_on_the_bridge_on_min_dag_and_on_the_list_of_handovers()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var social = await Forms.Somebody.SignIn(hub, "boligsocial");
        var sag = (await ejendom.Post(In(Nordlyset, "flags"), new { category = "mistrivsel", description = "Gardinerne er nede", toKontor = "ejendomskontor" })).Id("caseId");
        await ejendom.Post(In(Nordlyset, $"cases/{sag}/handovers"), new { toKontor = "boligsocialtKontor", reason = Text, summary = Text, saerlig = new[] { "helbred" } });

        foreach (var page in new[] { "/", $"/omraader/{Nordlyset}", $"/omraader/{Nordlyset}/overdragelser" })
        {
            await social.Open(page);
            Assert.DoesNotContain("medicin", social.Page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Her står noget om helbred", social.Page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_of_it_goes_to_the_board_and_the_board_writes_nothing_of_it()
    {
        var social = await hub.SignIn("boligsocial@nordbo.example");
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var sag = await social.Flag("mistrivsel");

        var offered = await social.Post(In(Nordlyset, $"cases/{sag}/handovers"), new { toKontor = "bestyrelseskontor", reason = "x", summary = "y", saerlig = new[] { "helbred" } });
        var flagged = await board.Post(In(Nordlyset, "flags"), new { category = "stoej", description = "x", saerlig = new[] { "strafbart" } });

        Assert.Equal((409, "special_category"), (offered.Status, offered.Error("summary")));
        Assert.Equal((400, "not_for_board"), (flagged.Status, flagged.Error("saerlig")));
    }

    [Theory]
    [InlineData("\"helbred\"", "saerlig", "malformed")]
    [InlineData("[\"religion\"]", "saerlig[0]", "unknown_value")]
    public async Task A_mark_that_there_is_not_is_refused(string marks, string field, string code)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var refused = await ejendom.PostRaw(
            In(Nordlyset, "flags"), $$"""{"category":"stoej","description":"x","saerlig":{{marks}}}""", "application/json", ("Idempotency-Key", NewKey()));
        Assert.Equal((400, code), (refused.Status, refused.Error(field)));
    }

    private static async Task<Guid> Newest(Session session) =>
        (await session.Get(In(Nordlyset, "workspace"))).Json["cases"]!.AsArray().MaxBy(c => c!["number"]!.GetValue<string>(), StringComparer.Ordinal)!["caseId"]!.GetValue<Guid>();

    /// <summary>The page of the case and whatever else of it this person can fetch.</summary>
    private static async Task<string[]> Everything(Forms.Somebody who, Guid sag)
    {
        await who.Open(Forms.Somebody.Case(sag));
        var page = who.Page;
        await who.Open($"/omraader/{Nordlyset}");
        var bridge = who.Page;
        await who.Open(Forms.Somebody.Case(sag, "/kort"));
        return [page, bridge, who.Page, (await who.Api.Get(In(Nordlyset, $"cases/{sag}"))).Body, (await who.Api.Get(In(Nordlyset, "workspace"))).Body];
    }

    private async Task<IEnumerable<Revealed>> Seen(Guid sag) =>
        (await hub.Services.GetRequiredService<IAccessLog>().Read(
            new AccessFilter(DemoIds.Tenant("nordbo"), Nordlyset) { Case = sag, User = DemoIds.User("boligsocial@nordbo.example") }, default))
        .Select(r => r.Row.Cases.Single(c => c.CaseId == sag).Fields);
}
