using System.Net;
using Hub.Contracts;
using Hub.Storage;
using Hub.Web.Demo;
using Hub.Web.Tests.Forms;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Rights;

/// <summary>What a person asks for as their right (GDPR art. 15-18), through the API.</summary>
[Collection(SharedServer.Name)]
public sealed class RightsTests(HubServer hub)
{
    [Fact]
    public async Task Article_15_the_file_tells_everything_but_what_is_left_out_and_says_why()
    {
        var (dpo, c, a) = await Asked("indsigt", parter: true);
        var description = await Item(dpo, a, "description");
        await Ok(dpo.Post(In(Nordlyset, $"cases/{c}/anmodninger/{a}/items/{description}/hide"), new { ground = "privateHensyn", note = "AFVEJNING" }));

        var file = await dpo.Get(In(Nordlyset, $"anmodninger/{a}/indsigt"));

        Assert.Equal("attachment; filename=\"indsigt.json\"", file.Headers["Content-Disposition"]);
        Assert.Contains("Preben Rettesen", file.Body, StringComparison.Ordinal);
        Assert.Contains("klagersIdentitet", file.Body, StringComparison.Ordinal);
        Assert.Contains("privateHensyn", file.Body, StringComparison.Ordinal);
        foreach (var kept in new[] { "Gardinerne", "Kirsten Klagesen", "AFVEJNING", "userId" })
        {
            Assert.DoesNotContain(kept, file.Body, StringComparison.Ordinal);
        }

        Assert.Contains(file.Json["cases"]![0]!["looks"]!.AsArray(), l => l!["kontor"]?.ToString() == "ejendomskontor");
    }

    [Fact]
    public async Task Every_making_of_it_stands_in_the_access_log_as_an_export()
    {
        var (dpo, c, a) = await Asked("indsigt");

        await dpo.Get(In(Nordlyset, $"anmodninger/{a}"));
        await dpo.Get(In(Nordlyset, $"anmodninger/{a}/indsigt"));

        var log = hub.Services.GetRequiredService<IAccessLog>();
        var rows = await log.Read(new AccessFilter(DemoIds.Tenant("nordbo"), Nordlyset) { User = DemoIds.User("dpo@nordbo.example"), Case = c }, default);
        Assert.Equal(2, rows.Count);
        Assert.All(rows, r => Assert.Equal((AnswerKind.Export, NameReason.Anmodning), (r.Row.Answer, r.Row.Cases.Single(s => s.CaseId == c).Why)));
    }

    [Fact]
    public async Task So_does_what_was_written_down_of_a_request_that_shows_nothing_else()
    {
        var c = await Flag(false);
        var dpo = await hub.SignIn("dpo@nordbo.example");
        var person = (await dpo.Get(In(Nordlyset, $"cases/{c}"))).Json["persons"]![0]!["personId"]!.GetValue<Guid>();
        var asked = new { personId = person, kind = "sletning", receivedAt = DateTimeOffset.UtcNow.AddMinutes(-1), note = "Preben Rettesen ringede selv" };
        var a = (await dpo.Post(In(Nordlyset, $"cases/{c}/anmodninger"), asked)).Id("anmodningId");

        var read = await dpo.Get(In(Nordlyset, $"anmodninger/{a}"));

        Assert.Contains("Preben Rettesen ringede selv", read.Body, StringComparison.Ordinal);
        var log = hub.Services.GetRequiredService<IAccessLog>();
        var rows = await log.Read(new AccessFilter(DemoIds.Tenant("nordbo"), Nordlyset) { User = DemoIds.User("dpo@nordbo.example"), Case = c }, default);
        Assert.Equal(Revealed.Timeline, Assert.Single(rows).Row.Cases.Single(s => s.CaseId == c).Fields);
    }

    [Theory]
    [InlineData("ejendom")]
    [InlineData("ejendomsleder")]
    [InlineData("boligsocial")]
    [InlineData("leder")]
    [InlineData("bestyrelse")]
    [InlineData("admin")]
    public async Task Nobody_but_the_dpo_reads_or_answers_it(string role)
    {
        var (_, _, a) = await Asked("sletning");
        var other = await Somebody.SignIn(hub, role);
        foreach (var path in new[] { $"anmodninger/{a}", $"anmodninger/{a}/indsigt", "anmodninger" })
        {
            Assert.Equal((403, "not_allowed"), Coded(await other.Api.Get(In(Nordlyset, path))));
        }

        foreach (var page in new[] { "rettigheder", $"anmodninger/{a}", $"anmodninger/{a}/udlevering" })
        {
            await other.Open($"/omraader/{Nordlyset}/{page}");
            Assert.Equal(HttpStatusCode.NotFound, other.Browser.Status);
        }

        await other.Open("/profil");
        Assert.Equal(HttpStatusCode.Forbidden, await other.Browser.SubmitTo("/profil/udseende", [], to: $"/omraader/{Nordlyset}/anmodninger/{a}/slet"));
    }

    [Fact]
    public async Task The_dpo_of_another_boligorganisation_gets_what_nothing_would_get()
    {
        var (_, _, a) = await Asked("indsigt");
        var stranger = await hub.SignIn("dpo@sydbo.example");
        foreach (var path in new[] { $"anmodninger/{a}", $"anmodninger/{a}/indsigt" })
        {
            Assert.Equal((404, "not_found"), Coded(await stranger.Get(In(Nordlyset, path))));
            var absent = await stranger.Get(In(Soenderparken, path.Replace($"{a}", $"{Guid.NewGuid()}", StringComparison.Ordinal)));
            var foreign = await stranger.Get(In(Soenderparken, path));
            Assert.Equal((404, absent.Body), (foreign.Status, foreign.Body));
        }
    }

    [Fact]
    public async Task Article_16_a_corrected_text_and_name_are_read_where_the_old_ones_were()
    {
        var (dpo, c, a) = await Asked("berigtigelse");
        var view = (await dpo.Get(In(Nordlyset, $"anmodninger/{a}"))).Json;
        var item = view["items"]!.AsArray().Single(i => i!["field"]!.ToString() == "description")!["textItem"]!.GetValue<Guid>();

        await Ok(dpo.Post(In(Nordlyset, $"cases/{c}/texts/{item}"), new { text = "Gardinerne var til vask." }));
        await Ok(dpo.Post(In(Nordlyset, $"cases/{c}/persons/{view["cases"]![0]!["personId"]}"), new { name = "Preben Rettelsen" }));
        Assert.Equal((409, "text_gone"), Coded(await dpo.Post(In(Nordlyset, $"cases/{c}/texts/{item}"), new { text = "Igen" })));

        var read = (await (await hub.SignIn("ejendom@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"))).Json;
        Assert.Equal(("Gardinerne var til vask.", "Preben Rettelsen"), (read["description"]!.ToString(), read["identity"]!["name"]!.ToString()));
        Assert.NotNull(read["timeline"]![0]!["corrected"]!["at"]);
        Assert.DoesNotContain("hele dagen", read.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_18_a_restricted_case_tells_its_staff_why_they_cannot_use_it()
    {
        var c = await Flag();
        var leder = await hub.SignIn("leder@nordbo.example");
        await Ok(leder.Post(In(Nordlyset, $"cases/{c}/restriction"), new { ground = "indsigelse" }));

        var read = (await (await hub.SignIn("boligsocial@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"))).Json;
        Assert.Equal(("status", "indsigelse"), (read["sight"]!.ToString(), read["restriction"]!.ToString()));
        Assert.Equal((409, "restricted"), Coded(await leder.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = "x", audience = "eget" })));
        await Ok(leder.Post(In(Nordlyset, $"cases/{c}/restriction/lift"), new { informedAt = DateTimeOffset.UtcNow.AddMinutes(-1) }));
        await Ok(leder.Post(In(Nordlyset, $"cases/{c}/notes"), new { text = "x", audience = "eget" }));
    }

    internal static (int, string?) Coded(Reply reply) => (reply.Status, reply.Code);

    internal static async Task Ok(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status is 200 or 201, $"{reply.Status} {reply.Body}");
    }

    private async Task<Guid> Flag(bool parter = false)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        return (await ejendom.Post(In(Nordlyset, "flags"), new
        {
            category = "mistrivsel",
            description = "Gardinerne er nede hele dagen.",
            beboer = new { name = "Preben Rettesen", phone = "00 11 22 44" },
            parter = parter ? new[] { new { rolle = "klager", name = "Kirsten Klagesen" } } : [],
        })).Id("caseId");
    }

    private async Task<(Session Dpo, Guid Case, Guid Anmodning)> Asked(string kind, bool parter = false)
    {
        var c = await Flag(parter);
        await (await hub.SignIn("ejendom@nordbo.example")).Get(In(Nordlyset, $"cases/{c}"));
        var dpo = await hub.SignIn("dpo@nordbo.example");
        var person = (await dpo.Get(In(Nordlyset, $"cases/{c}"))).Json["persons"]![0]!["personId"]!.GetValue<Guid>();
        var asked = await dpo.Post(In(Nordlyset, $"cases/{c}/anmodninger"), new { personId = person, kind, receivedAt = DateTimeOffset.UtcNow.AddMinutes(-1) });
        Assert.Equal(201, asked.Status);
        return (dpo, c, asked.Id("anmodningId"));
    }

    private static async Task<Guid> Item(Session dpo, Guid a, string field) =>
        (await dpo.Get(In(Nordlyset, $"anmodninger/{a}"))).Json["items"]!.AsArray().Single(i => i!["field"]!.ToString() == field)!["itemId"]!.GetValue<Guid>();
}
