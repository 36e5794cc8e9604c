using Hub.Web.Demo;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Api;

/// <summary>A server of its own: these tests change who works where.</summary>
public sealed class AdministrationTests(HubServer hub) : IClassFixture<HubServer>
{
    private static readonly Guid Adviser = DemoIds.User("boligsocial2@nordbo.example");
    private static readonly object Employed = new { kontor = "boligsocialtKontor", role = "medarbejder", employer = "kommune" };

    [Fact]
    public async Task An_admin_gives_and_takes_a_membership_and_it_counts_at_once()
    {
        var admin = await hub.SignIn("admin@nordbo.example");
        var adviser = await hub.SignIn("boligsocial2@nordbo.example");
        var before = await adviser.Get(In(Nordlyset, "workspace"));
        var given = await admin.Put(In(Nordlyset, $"members/{Adviser}"), Employed);
        var member = await adviser.Get(In(Nordlyset, "workspace"));
        var taken = await admin.Delete(In(Nordlyset, $"members/{Adviser}"));
        var after = await adviser.Get(In(Nordlyset, "workspace"));

        Assert.Equal((404, 200, 200, 200, 404), (before.Status, given.Status, member.Status, taken.Status, after.Status));
        Assert.Equal(before.Body, after.Body);
    }

    [Fact]
    public async Task Whoever_works_for_another_boligorganisation_alone_is_invited_and_not_put_in_nor_told_of()
    {
        var admin = await hub.SignIn("admin@nordbo.example");
        var foreign = DemoIds.User("ejendom@sydbo.example");

        var put = await admin.Put(In(Nordlyset, $"members/{foreign}"), Employed);
        var members = await admin.Get(In(Nordlyset, "members"));

        Assert.Equal((400, "unknown_value"), (put.Status, put.Error("userId")));
        Assert.DoesNotContain("Henrik Dall", members.Body, StringComparison.Ordinal);
        Assert.Equal((await admin.Put(In(Nordlyset, $"members/{Guid.NewGuid()}"), Employed)).Body, put.Body);
    }

    [Fact]
    public async Task A_member_who_has_left_gets_no_stored_answer_either()
    {
        var admin = await hub.SignIn("admin@nordbo.example");
        var adviser = await hub.SignIn("boligsocial2@nordbo.example");
        var key = Guid.NewGuid();
        var worry = new { category = "stoej", description = "Musik." };
        await adviser.Post(In(Havnegaarden, "flags"), worry, key);
        await admin.Delete(In(Havnegaarden, $"members/{Adviser}"));
        var gone = await adviser.Post(In(Havnegaarden, "flags"), worry, key);
        await admin.Put(In(Havnegaarden, $"members/{Adviser}"), Employed);

        Assert.Equal((404, "not_found"), (gone.Status, gone.Code));
    }

    [Fact]
    public async Task Nobody_else_may_and_the_shape_is_looked_at_only_for_those_who_may()
    {
        var leder = await hub.SignIn("leder@nordbo.example");
        var admin = await hub.SignIn("admin@nordbo.example");

        Assert.Equal(403, (await leder.Put(In(Nordlyset, $"members/{Adviser}"), Employed)).Status);
        Assert.Equal(403, (await leder.Put(In(Nordlyset, $"members/{Adviser}"), new { role = "x" })).Status);
        Assert.Equal("unknown_value", (await admin.Put(In(Nordlyset, $"members/{Adviser}"), new { role = "x", employer = "kommune" })).Error("role"));
        Assert.Equal("unknown_value", (await admin.Put(In(Nordlyset, $"members/{Guid.NewGuid()}"), Employed)).Error("userId"));
        Assert.Equal(404, (await admin.Put(In(Soenderparken, $"members/{Adviser}"), Employed)).Status);
    }

    [Fact]
    public async Task The_same_key_is_one_change_and_with_another_body_refused()
    {
        var admin = await hub.SignIn("admin@nordbo.example");
        var key = Guid.NewGuid();
        var body = new { dutyPhone = "00 70 99 99", extraClosedDays = (string[])["2026-12-28"] };

        var first = await admin.Put(In(Nordlyset, "settings"), body, key);
        var again = await admin.Put(In(Nordlyset, "settings"), body, key);
        var other = await admin.Put(In(Nordlyset, "settings"), new { dutyPhone = "00 70 99 98" }, key);

        Assert.Equal((200, first.Body), (again.Status, again.Body));
        Assert.Equal(422, other.Status);
    }

    [Theory]
    [InlineData("""{"opening":{"ejendomskontor":[{"day":"monday","from":"14:00","to":"09:00"}]}}""", "opening.ejendomskontor[0].to")]
    [InlineData("""{"opening":{"ejendomskontor":[{"day":"mandag","from":"09:00","to":"14:00"}]}}""", "opening.ejendomskontor[0].day")]
    [InlineData("""{"routing":[{"category":"stoej"}]}""", "routing[0].to")]
    [InlineData("""{"extraClosedDays":["2026-12-28","i morgen"]}""", "extraClosedDays[1]")]
    [InlineData("""{"nextBoardMeeting":"2026-02-30"}""", "nextBoardMeeting")]
    public async Task Settings_of_the_wrong_shape_are_named(string body, string field)
    {
        var admin = await hub.SignIn("admin@nordbo.example");
        using var request = new HttpRequestMessage(HttpMethod.Put, In(Nordlyset, "settings")) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("Idempotency-Key", NewKey());

        using var response = await admin.Client.SendAsync(request);

        Assert.Contains($"\"{field}\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_know_their_colleagues_by_name_and_the_board_its_own()
    {
        var staff = await (await hub.SignIn("ejendom@nordbo.example")).Get(In(Nordlyset, "members"));
        var board = await (await hub.SignIn("bestyrelse@nordbo.example")).Get(In(Nordlyset, "members"));

        Assert.Contains("Karin Holm", staff.Body, StringComparison.Ordinal);
        Assert.Equal(["Bente Skovgaard"], board.Json["members"]!.AsArray().Select(m => m!["name"]!.GetValue<string>()));
    }
}
