using System.Text;
using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Pages;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.AccessLog;

[Collection(SharedServer.Name)]
public sealed class AccessLogTests(HubServer hub)
{
    private static readonly object Somebody = new { name = "Preben Adgangsen", phone = "00 11 22 33" };

    private IAccessLog Log => hub.Services.GetRequiredService<IAccessLog>();

    [Fact]
    public async Task A_case_read_through_the_API_stands_there_with_what_it_told()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);

        await ejendom.Get(In(Nordlyset, $"cases/{sag}"));

        var row = Assert.Single(await Rows(sag));
        Assert.Equal(
            (DemoIds.User("ejendom@nordbo.example"), Kontor.Ejendomskontor, Rolle.Medarbejder, AnswerKind.Api),
            (row.User, row.Kontor, row.Rolle, row.Answer));
        Assert.Equal([new SeenCase(sag, Revealed.Name | Revealed.Phone | Revealed.Description | Revealed.Timeline, NameReason.Meldte)], row.Cases);
    }

    [Fact]
    public async Task So_does_a_page_and_a_card_that_is_loaded_again()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);
        var browser = await SignedIn("ejendom@nordbo.example");

        await browser.Open($"/omraader/{Nordlyset}/sager/{sag}");
        await browser.Open($"/omraader/{Nordlyset}/sager/{sag}/kort");
        await browser.Open($"/omraader/{Nordlyset}");

        var kinds = (await Rows(sag)).Select(r => (r.Answer, Told: r.Cases.Single(s => s.CaseId == sag).Fields & Revealed.Name)).ToList();
        Assert.Contains((AnswerKind.Page, Revealed.Name), kinds);
        Assert.Contains((AnswerKind.Fragment, Revealed.Name), kinds);
        Assert.All(kinds, k => Assert.Equal(Revealed.Name, k.Told));
    }

    [Fact]
    public async Task A_sealed_identity_is_not_said_to_have_been_seen()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("mistrivsel", Somebody);
        var social = await hub.SignIn("boligsocial@nordbo.example");

        var read = await social.Get(In(Nordlyset, $"cases/{sag}"));

        Assert.DoesNotContain("Preben", read.Body, StringComparison.Ordinal);
        Assert.Equal([new SeenCase(sag, Revealed.Description | Revealed.Timeline, null)], Assert.Single(await Rows(sag)).Cases);
    }

    [Fact]
    public async Task An_identity_opened_in_an_emergency_says_so()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("mistrivsel", Somebody);
        var social = await hub.SignIn("boligsocial@nordbo.example");
        await social.Post(In(Nordlyset, $"cases/{sag}/unseal"), new { kind = "fareForLiv", reason = "Svarer ikke, lugt i opgangen." });

        await social.Get(In(Nordlyset, $"cases/{sag}"));

        Assert.Equal(NameReason.Noedaabnet, Assert.Single(await Rows(sag)).Cases[0].Why);
    }

    [Fact]
    public async Task What_tells_nothing_leaves_no_row()
    {
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var dpo = await hub.SignIn("dpo@nordbo.example");
        var sag = await (await hub.SignIn("ejendom@nordbo.example")).Flag("stoej", Somebody);

        await board.Get(In(Nordlyset, "workspace"));
        await dpo.Get(In(Nordlyset, "workspace"));
        await dpo.Get(In(Nordlyset, $"cases/{sag}"));
        await board.Get(In(Nordlyset, $"cases/{sag}"));

        foreach (var user in (string[])["bestyrelse@nordbo.example", "dpo@nordbo.example"])
        {
            Assert.Empty(await Log.Read(Area with { User = DemoIds.User(user) }, default));
        }
    }

    [Fact]
    public async Task It_holds_no_name_no_phone_and_no_text()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);
        await ejendom.Get(In(Nordlyset, $"cases/{sag}"));

        var stored = new StringBuilder();
        foreach (var file in Directory.GetFiles(hub.Folder, "hub.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            stored.Append(await reader.ReadToEndAsync());
        }

        foreach (var personal in (string[])["Adgangsen", "00 11 22 33", "Gardinerne"])
        {
            Assert.DoesNotContain(personal, stored.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_dpo_asks_by_person_case_number_office_and_day()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);
        var number = (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Json["number"]!.GetValue<string>();
        var dpo = await hub.SignIn("dpo@nordbo.example");
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/Copenhagen").ToString("yyyy-MM-dd");

        foreach (var (query, count) in new[]
        {
            ($"case={number}", 1), ($"case={sag}", 1), ($"case={sag}&user={DemoIds.User("ejendom@nordbo.example")}&kontor=ejendomskontor&from={today}&until={today}", 1),
            ($"case={sag}&kontor=boligsocialtKontor", 0), ($"case={sag}&until=2020-01-01", 0), ($"case={sag}&user={Guid.NewGuid()}", 0),
        })
        {
            var reply = await dpo.Get(In(Nordlyset, $"access-log?{query}"));
            Assert.Equal((query, count), (query, reply.Json["rows"]!.AsArray().Count));
        }

        Assert.Equal("unknown_value", (await dpo.Get(In(Nordlyset, "access-log?case=S-9999"))).Error("case"));
        Assert.Equal("malformed", (await dpo.Get(In(Nordlyset, "access-log?after=x&from=i+g%C3%A5r"))).Error("from"));
    }

    [Fact]
    public async Task Every_row_is_met_once_from_page_to_page()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);
        for (var i = 0; i < 60; i++)
        {
            await ejendom.Get(In(Nordlyset, $"cases/{sag}"));
        }

        var dpo = await hub.SignIn("dpo@nordbo.example");
        var first = await dpo.Get(In(Nordlyset, $"access-log?case={sag}"));
        var second = await dpo.Get(In(Nordlyset, $"access-log?case={sag}&after={first.Json["next"]}"));

        Assert.Equal((50, 10), (first.Json["rows"]!.AsArray().Count, second.Json["rows"]!.AsArray().Count));
        Assert.Null(second.Json["next"]);
    }

    [Fact]
    public async Task GDPR_art_15_the_person_can_be_told_who_looked_when_and_why_by_office_and_role()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);
        await ejendom.Get(In(Nordlyset, $"cases/{sag}"));
        await ejendom.Get(In(Nordlyset, $"cases/{sag}"));
        var dpo = await hub.SignIn("dpo@nordbo.example");

        var reply = await dpo.Get(In(Nordlyset, $"cases/{sag}/access-log"));
        var page = await (await SignedIn("dpo@nordbo.example")).Open($"/omraader/{Nordlyset}/sager/{sag}/adgang");

        var look = Assert.Single(reply.Json["looks"]!.AsArray())!;
        Assert.Equal(("ejendomskontor", "medarbejder", "meldte", 2), (Text("kontor"), Text("role"), Text("why"), look["times"]!.GetValue<int>()));
        Assert.Contains("Ejendomskontor, Medarbejder", page, StringComparison.OrdinalIgnoreCase);
        foreach (var told in (string[])[reply.Body, page[page.IndexOf("<main", StringComparison.Ordinal)..]])
        {
            Assert.DoesNotContain(DemoIds.User("ejendom@nordbo.example").ToString(), told, StringComparison.Ordinal);
            Assert.DoesNotContain("Karin Holm", told, StringComparison.Ordinal);
            Assert.DoesNotContain("Preben", told, StringComparison.Ordinal);
        }

        string Text(string field) => look[field]!.GetValue<string>();
    }

    [Fact]
    public async Task The_dpos_page_names_who_looked_and_at_which_case()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej", Somebody);
        var number = (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Json["number"]!.GetValue<string>();

        var page = await (await SignedIn("dpo@nordbo.example")).Open($"/omraader/{Nordlyset}/adgang?case={number}");

        Assert.Contains($"<a href=\"/omraader/{Nordlyset}/sager/{sag}/adgang\">{number}</a>: navn, telefon, beskrivelse", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{number}\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ejendom@nordbo.example")]
    [InlineData("ejendomsleder@nordbo.example")]
    [InlineData("bestyrelse@nordbo.example")]
    [InlineData("boligsocial@nordbo.example")]
    [InlineData("leder@nordbo.example")]
    [InlineData("admin@nordbo.example")]
    public async Task Nobody_else_may_and_the_answer_says_nothing_of_a_case(string email)
    {
        var sag = await (await hub.SignIn("ejendom@nordbo.example")).Flag("stoej", Somebody);
        var session = await hub.SignIn(email);
        var browser = await SignedIn(email);

        var there = await session.Get(In(Nordlyset, $"cases/{sag}/access-log"));
        var absent = await session.Get(In(Nordlyset, $"cases/{Guid.NewGuid()}/access-log"));

        Assert.Equal((403, "not_allowed", there.Body), (there.Status, there.Code, absent.Body));
        Assert.Equal(403, (await session.Get(In(Nordlyset, "access-log"))).Status);
        foreach (var path in (string[])["adgang", $"sager/{sag}/adgang"])
        {
            await browser.Open($"/omraader/{Nordlyset}/{path}");
            Assert.Equal(404, (int)browser.Status);
        }
    }

    [Fact]
    public async Task The_dpo_of_another_tenant_meets_nothing()
    {
        var sag = await (await hub.SignIn("ejendom@nordbo.example")).Flag("stoej", Somebody);
        var dpo = await hub.SignIn("dpo@sydbo.example");

        Assert.Equal(404, (await dpo.Get(In(Nordlyset, "access-log"))).Status);
        Assert.Equal(404, (await dpo.Get(In(Nordlyset, $"cases/{sag}/access-log"))).Status);
        Assert.Equal(404, (await dpo.Get(In(Soenderparken, $"cases/{sag}/access-log"))).Status);
    }

    private static AccessFilter Area => new(DemoIds.Tenant("nordbo"), Nordlyset);

    private async Task<IReadOnlyList<AccessRow>> Rows(Guid caseId) => [.. (await Log.Read(Area with { Case = caseId }, default)).Select(r => r.Row)];

    private async Task<Browser> SignedIn(string email)
    {
        var browser = new Browser(hub);
        await browser.Open("/login");
        await browser.SubmitSignIn(email, HubServer.Password);
        return browser;
    }
}
