using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Api;

/// <summary>Refusals come in one order: 401, 404, 403, 400, the stored receipt, 412, 409.</summary>
[Collection(SharedServer.Name)]
public sealed class ErrorOrderTests(HubServer hub)
{
    private const string Broken = "{\"description\":";

    [Fact]
    public async Task Who_is_not_signed_in_hears_nothing_else()
    {
        var nobody = hub.Anonymous();
        foreach (var path in (string[])[In(Nordlyset, "workspace"), In(Guid.NewGuid(), "workspace"), "/api/v1/me", "/api/v1/nothing", "/api/v1/omraader/x/flags"])
        {
            var reply = await nobody.PostRaw(path, Broken);
            var read = await nobody.Get(path);
            Assert.Equal((401, "unauthenticated"), (reply.Status, reply.Code));
            Assert.Equal((401, "unauthenticated"), (read.Status, read.Code));
            Assert.DoesNotContain("Location", reply.Headers.Keys);
        }
    }

    [Fact]
    public async Task A_foreign_area_and_one_that_is_not_there_get_the_same_bytes()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var answers = new List<Reply>();
        foreach (var omraade in (string[])[Soenderparken.ToString(), Guid.NewGuid().ToString(), "malformed"])
        {
            foreach (var call in (string[])["workspace", "members", "nothing", "changes", $"cases/{Guid.NewGuid()}", "cases/malformed", "flags"])
            {
                answers.Add(await ejendom.Get($"/api/v1/omraader/{omraade}/{call}"));
            }

            answers.Add(await ejendom.PostRaw($"/api/v1/omraader/{omraade}/flags", Broken));
            answers.Add(await ejendom.Post($"/api/v1/omraader/{omraade}/tasks", new { title = "x", kontor = "ejendomskontor" }));
        }

        Assert.All(answers, a => Assert.Equal(404, a.Status));
        Assert.Single(answers.Select(a => a.Body).Distinct());
        Assert.Single(answers.Select(Headers).Distinct());
    }

    [Fact]
    public async Task A_case_that_is_not_mine_and_one_that_is_not_there_get_the_same_bytes()
    {
        var boligsocial = await hub.SignIn("boligsocial@nordbo.example");
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var theirs = await boligsocial.Flag();

        var answers = new[]
        {
            await ejendom.Get(In(Nordlyset, $"cases/{theirs}")),
            await ejendom.Get(In(Nordlyset, $"cases/{Guid.NewGuid()}")),
            await ejendom.Post(In(Nordlyset, $"cases/{theirs}/pickup")),
            await ejendom.Post(In(Nordlyset, $"cases/{Guid.NewGuid()}/pickup")),
            await ejendom.Post(In(Havnegaarden, $"cases/{theirs}/pickup")),
            await ejendom.PostRaw(In(Nordlyset, $"cases/{theirs}/notes"), Broken),
            await ejendom.PostRaw(In(Nordlyset, $"cases/{Guid.NewGuid()}/notes"), Broken),
            await ejendom.Get(In(Nordlyset, $"matters/{Guid.NewGuid()}")),
            await ejendom.Post(In(Nordlyset, $"handovers/{Guid.NewGuid()}/accept")),
            await ejendom.Post(In(Nordlyset, $"tasks/{Guid.NewGuid()}/complete")),
        };

        Assert.All(answers, a => Assert.Equal(404, a.Status));
        Assert.Single(answers.Select(a => a.Body).Distinct());
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_refused_before_its_shape_is_looked_at()
    {
        var dpo = await hub.SignIn("dpo@nordbo.example");
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag();

        foreach (var reply in new[]
        {
            await dpo.PostRaw(In(Nordlyset, "flags"), Broken),
            await dpo.Post(In(Nordlyset, "matters"), new { title = "x", text = "y" }),
            await ejendom.PostRaw(In(Nordlyset, $"cases/{sag}/handovers"), Broken),
            await ejendom.Post(In(Nordlyset, $"cases/{sag}/erasure")),
            await ejendom.Put(In(Nordlyset, $"members/{Guid.NewGuid()}"), new { role = "unknown" }),
        })
        {
            Assert.Equal((403, "not_allowed"), (reply.Status, reply.Code));
        }
    }

    [Fact]
    public async Task The_board_meets_no_case_but_its_own_flag_as_a_number()
    {
        var board = await hub.SignIn("bestyrelse@nordbo.example");
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var theirs = await ejendom.Flag();
        var own = await board.Flag();

        Assert.Equal(404, (await board.Get(In(Nordlyset, $"cases/{theirs}"))).Status);
        Assert.Equal(404, (await board.Post(In(Nordlyset, $"cases/{theirs}/pickup"))).Status);
        Assert.Equal(404, (await board.Post(In(Nordlyset, $"cases/{own}/pickup"))).Status);
        var seen = await board.Get(In(Nordlyset, $"cases/{own}"));
        Assert.Equal(["flaggedAt", "number", "status", "updatedAt"], seen.Json.AsObject().Select(p => p.Key).Order());
    }

    [Fact]
    public async Task Shape_comes_before_the_stored_receipt_and_the_receipt_before_If_Match()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej");
        var key = Guid.NewGuid();
        var note = new { text = "Ringede på.", audience = "sagen", kind = "besoeg" };
        var notes = In(Nordlyset, $"cases/{sag}/notes");
        var first = await ejendom.Post(notes, note, key);
        await ejendom.Post(notes, note);

        Assert.Equal(200, first.Status);
        Assert.Equal(400, (await ejendom.PostRaw(notes, Broken, headers: ("Idempotency-Key", key.ToString()))).Status);
        var again = await ejendom.Post(notes, note, key, ifMatch: "\"1\"");
        Assert.Equal((200, first.Body), (again.Status, again.Body));
    }

    [Fact]
    public async Task If_Match_comes_before_the_rules_of_the_case()
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var leder = await hub.SignIn("ejendomsleder@nordbo.example");
        var sag = await ejendom.Flag("stoej");
        var seen = (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Headers["ETag"];
        await leder.Post(In(Nordlyset, $"cases/{sag}/pickup"));

        var stale = await ejendom.Post(In(Nordlyset, $"cases/{sag}/pickup"), ifMatch: seen);
        var fresh = await ejendom.Post(In(Nordlyset, $"cases/{sag}/pickup"), ifMatch: (await ejendom.Get(In(Nordlyset, $"cases/{sag}"))).Headers["ETag"]);

        Assert.Equal((412, "changed"), (stale.Status, stale.Code));
        Assert.Equal((409, "already_picked_up"), (fresh.Status, fresh.Code));
        Assert.Equal("Karin Holm", fresh.Json["by"]!["name"]!.GetValue<string>());
        Assert.EndsWith("Z", fresh.Json["at"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"x\"")]
    [InlineData("W/\"7\"")]
    [InlineData("\"1\", \"2\"")]
    public async Task An_If_Match_that_is_no_seq_is_a_wrong_shape(string ifMatch)
    {
        var ejendom = await hub.SignIn("ejendom@nordbo.example");
        var sag = await ejendom.Flag("stoej");

        var reply = await ejendom.Post(In(Nordlyset, $"cases/{sag}/pickup"), ifMatch: ifMatch);

        Assert.Equal((400, "malformed"), (reply.Status, reply.Error("If-Match")));
    }

    private static string Headers(Reply reply) =>
        string.Join('\n', reply.Headers.Where(h => h.Key != "Date").OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {h.Value}"));
}
