using System.Text.Json.Nodes;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Live;

/// <summary>The live hub through the real client.</summary>
public sealed class WorkspaceHubTests : IAsyncLifetime
{
    private HubServer _server = null!;
    private LiveClients _clients = null!;

    public async Task InitializeAsync()
    {
        _server = await HubServer.Start();
        _clients = new LiveClients(_server);
    }

    public async Task DisposeAsync()
    {
        await _clients.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_flag_of_the_board_is_live_in_all_three_offices_each_told_what_it_may_know()
    {
        var board = await Watching("bestyrelse@nordbo.example");
        var ejendom = await Watching("ejendom@nordbo.example");
        var boligsocial = await Watching("boligsocial@nordbo.example");

        var caseId = await board.Person.Flag("naboklage");
        var offer = new { toKontor = "boligsocialtKontor", reason = "Kræver en samtale", summary = "Uenighed om støj" };
        await ejendom.Person.Post(In(Nordlyset, $"cases/{caseId}/handovers"), offer);

        var flag = await board.Next("changed");
        Assert.Equal(["at", "kind", "omraadeId", "seq", "status"], flag.AsObject().Select(p => p.Key).Order());
        Assert.Equal(("flagChanged", "ny"), (Text(flag, "kind"), Text(flag, "status")));
        Assert.Equal(("caseFlagged", caseId), Told(await ejendom.Next("changed")));
        Assert.Equal(("handoverOffered", caseId), Told(await boligsocial.Next("changed")));
        Assert.Empty(await board.Find(caseId.ToString()));
    }

    [Fact]
    public async Task A_client_that_was_cut_off_gets_exactly_what_it_missed()
    {
        var client = await _clients.Connect("boligsocial@nordbo.example");
        var (epoch, seq) = await client.Watch(Nordlyset);
        var flagger = await _server.SignIn("ejendom@nordbo.example");
        await flagger.Flag();
        await client.Until(seq + 1);
        await client.Cut();
        await flagger.Flag();
        await flagger.Flag();

        var again = await _clients.Connect("boligsocial@nordbo.example");
        var answer = await again.Watch(Nordlyset, epoch, seq + 1);
        await flagger.Flag();

        Assert.Equal(seq + 3, answer["seq"]!.GetValue<long>());
        Assert.Equal([seq + 2, seq + 3, seq + 4], await again.Until(seq + 4));
    }

    [Theory]
    [InlineData("boligsocial2@nordbo.example")]
    [InlineData("boligsocial@sydbo.example")]
    public async Task An_area_that_is_not_yours_is_not_there(string email)
    {
        var client = await _clients.Connect(email);

        Assert.EndsWith("not_found", await client.Refused(Nordlyset));
        Assert.EndsWith("not_found", await client.Refused(Guid.NewGuid()));
    }

    [Fact]
    public async Task A_token_in_the_address_opens_the_hub_for_a_browser()
    {
        var client = await _clients.Connect("dpo@nordbo.example", tokenInUrl: true);

        Assert.True((await client.Watch(Nordlyset)).Seq > 0);
    }

    [Fact]
    public async Task Who_is_taken_out_of_an_area_is_told_so_and_may_not_come_back()
    {
        var client = await Watching("boligsocial@nordbo.example");
        var admin = await _server.SignIn("admin@nordbo.example");

        await admin.Delete(In(Nordlyset, $"members/{await UserId(client.Person)}"));

        Assert.Equal(Nordlyset, (await client.Next("gone"))["omraadeId"]!.GetValue<Guid>());
        Assert.EndsWith("not_found", await client.Refused(Nordlyset));
    }

    [Fact]
    public async Task Who_changes_office_starts_over_whether_connected_or_away()
    {
        var client = await _clients.Connect("boligsocial@nordbo.example");
        var (epoch, seq) = await client.Watch(Nordlyset);
        var admin = await _server.SignIn("admin@nordbo.example");

        var member = new { kontor = "ejendomskontor", role = "medarbejder", employer = "boligorganisation" };
        await admin.Put(In(Nordlyset, $"members/{await UserId(client.Person)}"), member);
        var resync = await client.Next("resync");
        await client.Cut();
        var back = await _clients.Connect("boligsocial@nordbo.example");
        await back.Watch(Nordlyset, epoch, seq);

        Assert.True(JsonNode.DeepEquals(resync, await back.Next("resync")));
        Assert.Equal(Text(resync, "epoch"), Text((await back.Person.Get(In(Nordlyset, "workspace"))).Json, "epoch"));
        Assert.Equal(Text(resync, "epoch"), Text((await back.Person.Get(In(Nordlyset, "changes"))).Json, "epoch"));
    }

    [Fact]
    public async Task Nothing_is_sent_of_an_area_that_is_no_longer_watched()
    {
        var client = await Watching("ejendom@nordbo.example");
        var other = await Watching("ejendomsleder@nordbo.example");
        await client.Unwatch(Nordlyset);
        client.Rest();

        await client.Person.Flag();
        await other.Next("changed");
        await client.Refused(Guid.NewGuid());

        Assert.Empty(client.Rest());
    }

    [Fact]
    public async Task A_second_watch_of_an_area_takes_the_place_of_the_first()
    {
        var client = await Watching("ejendom@nordbo.example");
        var (_, seq) = await client.Watch(Nordlyset);

        await client.Person.Flag();
        await client.Person.Flag();

        Assert.Equal([seq + 1, seq + 2], await client.Until(seq + 2));
    }

    private async Task<LiveClient> Watching(string email)
    {
        var client = await _clients.Connect(email);
        await client.Watch(Nordlyset);
        return client;
    }

    private static async Task<Guid> UserId(Session person) => (await person.Get("/api/v1/me")).Id("userId");

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();

    private static (string Kind, Guid CaseId) Told(JsonNode change) => (Text(change, "kind"), change["caseId"]!.GetValue<Guid>());
}
