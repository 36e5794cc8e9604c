using System.Text.Json.Nodes;
using Hub.Web.Tests.Live;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Oidc;

/// <summary>What another system may do: one office of one area, read or flag, and nothing that its token does not say.</summary>
public sealed class SystemAccessTests(OidcHub oidc) : IClassFixture<OidcHub>
{
    private static readonly object Worry = new { category = "andet", description = "Lampen er gået i opgangen.", beboer = new { name = "Valborg Kragelund" } };

    [Fact]
    public async Task With_leave_to_flag_it_flags_and_reads_nothing()
    {
        var system = await oidc.System(OidcHub.Scope("flag"));

        var flagged = await system.Post(In("flags"), Worry);

        Assert.Equal(201, flagged.Status);
        Assert.Equal((403, "not_allowed"), Told(await system.Get(In("workspace"))));
        Assert.Equal((403, "not_allowed"), Told(await system.Get(In($"cases/{flagged.Id("caseId")}"))));
        Assert.Equal((403, "not_allowed"), Told(await system.Get(In("changes"))));
    }

    [Fact]
    public async Task Colleagues_are_told_which_system_flagged()
    {
        var flagged = await (await oidc.System(OidcHub.Scope("flag"))).Post(In("flags"), Worry);
        var seen = await (await oidc.Hub.SignIn("ejendom@nordbo.example")).Get(In($"cases/{flagged.Id("caseId")}"));

        Assert.Equal("robot", seen.Json["names"]![seen.Json["flaggedBy"]!.GetValue<string>()]!.GetValue<string>());
    }

    [Fact]
    public async Task With_leave_to_read_it_reads_what_its_office_reads_without_names()
    {
        var (own, foreign) = (await Flag("ejendom"), await Flag("boligsocial", "boligsocialtKontor"));
        var system = await oidc.System(OidcHub.Scope("read"));

        var workspace = await system.Get(In("workspace"));
        var view = await system.Get(In($"cases/{own}"));

        Assert.True(workspace.Json["namesSealed"]!.GetValue<bool>());
        Assert.Equal(("sealed", true), (view.Json["identity"]!.GetValue<string>(), view.Json["namesSealed"]!.GetValue<bool>()));
        Assert.DoesNotContain("Kragelund", workspace.Body + view.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.ToString(), workspace.Body, StringComparison.Ordinal);
        await SameAsAbsent(system, $"cases/{foreign}", $"cases/{Guid.NewGuid()}");
    }

    [Fact]
    public async Task It_changes_nothing_of_what_it_reads()
    {
        var (own, foreign) = (await Flag("ejendom"), await Flag("boligsocial", "boligsocialtKontor"));
        var system = await oidc.System($"{OidcHub.Scope("read")} {OidcHub.Scope("flag")} {OidcHub.Scope("identity")}", "sure");
        var note = new { text = "x", audience = "sagen", kind = "note" };

        Assert.Equal((403, "not_allowed"), Told(await system.Post(In($"cases/{own}/notes"), note)));
        Assert.Equal((403, "not_allowed"), Told(await system.Post(In($"cases/{own}/pickup"))));
        Assert.Equal((403, "not_allowed"), Told(await system.Post(In($"cases/{own}/unseal"), new { kind = "fareForLiv", reason = "x" })));
        Assert.Equal((403, "not_allowed"), Told(await system.Post(In("matters"), new { title = "x", text = "x" })));
        Assert.Equal((403, "not_allowed"), Told(await system.Post(In("tasks"), new { title = "x", kontor = "ejendomskontor" })));
        Assert.Equal((403, "not_allowed"), Told(await system.Get(In("access-log"))));
        Assert.Equal((404, "not_found"), Told(await system.Post(In($"cases/{foreign}/notes"), note)));
    }

    [Theory]
    [InlineData("read", "not_allowed")]
    [InlineData("identity", "not_allowed")]
    public async Task Without_leave_to_flag_it_does_not(string what, string code) =>
        Assert.Equal(code, (await (await oidc.System(OidcHub.Scope(what))).Post(In("flags"), Worry)).Code);

    [Fact]
    public async Task Another_area_another_boligorganisation_and_none_are_the_same_to_it()
    {
        var system = await oidc.System(OidcHub.Scope("read"));
        var here = await system.Get(Session.In(Session.Havnegaarden, "workspace"));

        Assert.Equal((404, "not_found"), Told(here));
        Assert.Equal(here.Body, (await system.Get(Session.In(Session.Soenderparken, "workspace"))).Body);
        Assert.Equal(here.Body, (await system.Get(Session.In(Guid.NewGuid(), "workspace"))).Body);
    }

    [Theory]
    [InlineData("hub:read:sydbo/{0}/ejendomskontor")]
    [InlineData("hub:read:nordbo/{0}/kommunen")]
    [InlineData("hub:read:nordbo/{0}")]
    [InlineData("hub:admin:nordbo/{0}/ejendomskontor")]
    [InlineData("hub:none:nordbo/{0}/ejendomskontor")]
    [InlineData("read:nordbo/{0}/ejendomskontor")]
    [InlineData("hub:read:nordbo/{0}/ejendomskontor hub:flag:nordbo/{0}/boligsocialtKontor")]
    public async Task A_scope_that_names_another_organisation_no_office_or_two_gives_nothing(string scope) => Assert.Equal(
        404, (await (await oidc.System(string.Format(null, scope, Session.Nordlyset))).Get(In("workspace"))).Status);

    [Theory]
    [InlineData("robot", false)]
    [InlineData("sure", true)]
    public async Task A_name_is_shown_only_where_leave_for_it_comes_with_the_demanded_assurance(string name, bool shown)
    {
        var own = await Flag("ejendom");
        var system = await oidc.System($"{OidcHub.Scope("read")} {OidcHub.Scope("identity")}", name);

        Assert.Equal(shown, (await system.Get(In($"cases/{own}"))).Body.Contains("Kragelund", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_was_shown_stands_in_the_access_log_under_its_own_id_and_as_a_system()
    {
        var own = await Flag("ejendom");
        var system = await oidc.System($"{OidcHub.Scope("read")} {OidcHub.Scope("identity")}", "sure");
        await system.Get(In($"cases/{own}"));
        var id = (await system.Get("/api/v1/me")).Id("userId");

        var log = await (await oidc.Hub.SignIn("dpo@nordbo.example")).Get(In($"access-log?case={own}"));
        var row = log.Json["rows"]!.AsArray().Single(r => r!["userId"]!.GetValue<Guid>() == id)!;
        Assert.Equal(("system", "ejendomskontor"), (row["role"]!.GetValue<string>(), row["kontor"]!.GetValue<string>()));
        Assert.Contains("name", row["cases"]![0]!["fields"]!.AsArray().Select(f => f!.GetValue<string>()));
    }

    [Fact]
    public async Task It_follows_live_what_it_may_read_and_nothing_with_leave_to_flag_only()
    {
        await using var live = new LiveClients(oidc.Hub);
        var reader = await live.Connect(await oidc.System(OidcHub.Scope("read")), "reader");
        var flagger = await live.Connect(await oidc.System(OidcHub.Scope("flag")), "flagger");
        await reader.Watch(Session.Nordlyset);

        var flagged = await Flag("ejendom");

        Assert.Equal(flagged, (await reader.Next("changed"))["caseId"]!.GetValue<Guid>());
        Assert.Contains("not_found", await flagger.Refused(Session.Nordlyset), StringComparison.Ordinal);
        Assert.Contains("not_found", await reader.Refused(Session.Havnegaarden), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_told_what_it_is()
    {
        var me = (await (await oidc.System(OidcHub.Scope("read"))).Get("/api/v1/me")).Json;

        Assert.Equal("robot", me["name"]!.GetValue<string>());
        var membership = Assert.Single(me["memberships"]!.AsArray())!;
        Assert.Equal(("nordbo", "system"), (membership["tenant"]!.GetValue<string>(), membership["role"]!.GetValue<string>()));
    }

    [Fact]
    public async Task It_makes_nobody_a_member()
    {
        var system = await oidc.System($"{OidcHub.Scope("read")} {OidcHub.Scope("flag")}");
        var body = new JsonObject { ["kontor"] = "ejendomskontor", ["role"] = "medarbejder", ["employer"] = "boligorganisation" };

        Assert.Equal((403, "not_allowed"), Told(await system.Put(In($"members/{Guid.NewGuid()}"), body)));
        Assert.Equal((403, "not_allowed"), Told(await system.Delete(In($"members/{Guid.NewGuid()}"))));
    }

    private static string In(string path) => Session.In(Session.Nordlyset, path);

    private static (int, string?) Told(Reply reply) => (reply.Status, reply.Code);

    private static async Task SameAsAbsent(Session system, string foreign, string absent)
    {
        var (one, other) = (await system.Get(In(foreign)), await system.Get(In(absent)));
        Assert.Equal((404, other.Body), (one.Status, one.Body));
    }

    private async Task<Guid> Flag(string person, string? toKontor = null) => (await (await oidc.Hub.SignIn($"{person}@nordbo.example")).Post(
        In("flags"), new { category = "andet", description = "Valborg Kragelund svarer ikke.", beboer = new { name = "Valborg Kragelund" }, toKontor })).Id("caseId");
}
