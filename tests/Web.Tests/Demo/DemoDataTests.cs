using System.Text.Json.Nodes;
using Hub.Web.Demo;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Demo;

public sealed class DemoDataTests(HubServer hub) : IClassFixture<HubServer>
{
    public static TheoryData<string, string, string?, string, int> People => new()
    {
        { "ejendom", "medarbejder", "ejendomskontor", "boligorganisation", 2 },
        { "ejendomsleder", "leder", "ejendomskontor", "boligorganisation", 2 },
        { "bestyrelse", "medarbejder", "bestyrelseskontor", "boligorganisation", 2 },
        { "boligsocial", "medarbejder", "boligsocialtKontor", "boligorganisation", 2 },
        { "boligsocial2", "medarbejder", "boligsocialtKontor", "kommune", 1 },
        { "leder", "leder", "boligsocialtKontor", "boligorganisation", 2 },
        { "dpo", "dpo", null, "boligorganisation", 2 },
        { "admin", "admin", null, "boligorganisation", 2 },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Everyone_of_the_contract_can_sign_in_and_is_what_it_says(string who, string role, string? kontor, string employer, int areas)
    {
        foreach (var (tenant, count) in new[] { ("nordbo", areas), ("sydbo", 1) })
        {
            var me = await (await hub.SignIn($"{who}@{tenant}.example")).Get("/api/v1/me");
            var memberships = me.Json["memberships"]!.AsArray();
            Assert.Equal(count, memberships.Count);
            Assert.All(memberships, m => Assert.Equal((role, kontor, employer), (Text(m, "role"), Text(m, "kontor"), Text(m, "employer"))));
        }
    }

    [Fact]
    public async Task The_stories_show_every_state_there_is()
    {
        var cases = await Everything("cases", "leder@nordbo.example", Nordlyset, Havnegaarden);
        var matters = await Everything("matters", "bestyrelse@nordbo.example", Nordlyset, Havnegaarden);

        Assert.Equal(["afsluttet", "iGang", "ny", "underOverdragelse"], cases.Select(c => Text(c, "status")).Distinct().Order());
        Assert.Contains(cases, c => Text(c, "identity") == "sealed");
        Assert.Contains(cases, c => c!["identity"] is JsonObject);
        Assert.Contains(cases, c => c!.AsObject().ContainsKey("identity") && c["identity"] is null);
        Assert.Contains(matters, m => Text(m, "status") == "paaDagsorden");
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        var own = await HubServer.Start();
        var before = (await (await own.SignIn("leder@nordbo.example")).Get(In(Havnegaarden, "workspace"))).Body;
        await own.Restart();
        var after = (await (await own.SignIn("leder@nordbo.example")).Get(In(Havnegaarden, "workspace"))).Body;

        Assert.Equal(before, after);

        await own.DisposeAsync();
    }

    [Fact]
    public async Task A_seeding_that_was_cut_off_goes_on_where_it_stopped()
    {
        var own = await HubServer.Start();
        var before = (await (await own.SignIn("leder@nordbo.example")).Get(In(Havnegaarden, "workspace"))).Body;
        await own.ForgetReceipt(DemoIds.Command("finished"));
        await own.Restart();
        var after = (await (await own.SignIn("leder@nordbo.example")).Get(In(Havnegaarden, "workspace"))).Body;

        Assert.Equal(before, after);

        await own.DisposeAsync();
    }

    private async Task<List<JsonNode?>> Everything(string what, string email, params Guid[] areas)
    {
        var session = await hub.SignIn(email);
        var all = new List<JsonNode?>();
        foreach (var area in areas)
        {
            all.AddRange((await session.Get(In(area, "workspace"))).Json[what]!.AsArray());
        }

        return all;
    }

    private static string? Text(JsonNode? node, string name) => node?[name] is JsonValue value ? value.ToString() : null;
}
