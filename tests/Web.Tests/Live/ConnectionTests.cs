using Hub.Contracts;
using Hub.Grains;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Live;

/// <summary>The live hub towards clients that are not what they should be.</summary>
public sealed class ConnectionTests : IAsyncLifetime
{
    private readonly HubServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_page_from_elsewhere_gets_no_connection_out_of_the_cookie_that_comes_along()
    {
        using var connection = new RawConnection(_server, await _server.SignIn("ejendom@nordbo.example")) { Origin = "https://elsewhere.example" };

        await connection.Open();

        await connection.ReadToEnd().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_page_of_our_own_gets_its_connection()
    {
        var person = await _server.SignIn("ejendom@nordbo.example");
        using var connection = new RawConnection(_server, person) { Origin = _server.Address.GetLeftPart(UriPartial.Authority) };

        await connection.Open();
        await connection.Watch(Guid.NewGuid(), "", 0);
        await using var clients = new LiveClients(_server);
        var seen = await clients.Connect("boligsocial@nordbo.example");
        await connection.Watch(Nordlyset, "", 0);
        await seen.Watch(Nordlyset);

        Assert.Equal(1, (await seen.Next("presence"))["kontorer"]!["ejendomskontor"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_answer_to_a_watch_comes_before_the_first_change()
    {
        var person = await _server.SignIn("ejendom@nordbo.example");
        var epoch = (await person.Get(In(Nordlyset, "workspace"))).Json["epoch"]!.GetValue<string>();
        using var connection = new RawConnection(_server, person);
        await connection.Open();

        await connection.Watch(Nordlyset, epoch, 0);
        var text = await connection.ReadUntil("\"target\":\"Changed\"");

        Assert.InRange(text.IndexOf("\"invocationId\":\"1\"", StringComparison.Ordinal), 0, text.IndexOf("\"target\":\"Changed\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_that_stops_reading_is_cut_off_while_the_others_read_on()
    {
        var person = await _server.SignIn("ejendom@nordbo.example");
        var start = (await person.Get(In(Nordlyset, "workspace"))).Json;
        var (epoch, seq) = (start["epoch"]!.GetValue<string>(), start["seq"]!.GetValue<long>());
        await using var clients = new LiveClients(_server);
        var reader = await clients.Connect("boligsocial@nordbo.example");
        var observer = await clients.Connect("dpo@nordbo.example");
        await reader.Watch(Nordlyset);
        await observer.Watch(Nordlyset);
        using var stuck = new RawConnection(_server, person) { Narrow = true };
        await stuck.Open();
        await stuck.Watch(Nordlyset, epoch, seq);
        await Presence(observer, 1);

        var last = await FlagMany(person, 2000);

        Assert.Equal(Enumerable.Range(1, 2000).Select(i => seq + i), await reader.Until(last));
        await Presence(observer, 0).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.DoesNotContain($"\"seq\":{last},", await stuck.ReadToEnd());
    }

    [Theory]
    [InlineData("after=-1", "after")]
    [InlineData("after=x", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1.5", "limit")]
    public async Task A_cursor_that_is_no_number_is_refused_by_field(string query, string field)
    {
        var person = await _server.SignIn("ejendom@nordbo.example");

        var reply = await person.Get(In(Nordlyset, $"changes?{query}"));

        Assert.Equal((400, "malformed"), (reply.Status, reply.Error(field)));
    }

    [Fact]
    public async Task Changes_of_a_foreign_area_are_not_there()
    {
        var person = await _server.SignIn("boligsocial@sydbo.example");

        Assert.Equal(404, (await person.Get(In(Nordlyset, "changes?after=x"))).Status);
    }

    [Fact]
    public async Task Changes_come_in_pages_that_say_whether_there_is_more()
    {
        var person = await _server.SignIn("ejendom@nordbo.example");
        var seq = (await person.Get(In(Nordlyset, "workspace"))).Seq;
        await person.Flag();
        await person.Flag();

        var first = (await person.Get(In(Nordlyset, $"changes?after={seq}&limit=1"))).Json;
        var second = (await person.Get(In(Nordlyset, $"changes?after={seq + 1}&limit=1"))).Json;

        Assert.Equal((seq + 1, true), (first["seq"]!.GetValue<long>(), first["more"]!.GetValue<bool>()));
        Assert.Equal((seq + 2, false), (second["seq"]!.GetValue<long>(), second["more"]!.GetValue<bool>()));
    }

    /// <summary>Straight into the turn: it is the socket that is tested here.</summary>
    private async Task<long> FlagMany(Session person, int count)
    {
        var member = _server.Services.GetRequiredService<ITenantDirectory>().Find((await person.Get("/api/v1/me")).Id("userId"), Nordlyset)!;
        var omraader = _server.Services.GetRequiredService<IBoligomraader>();
        var flag = new FlagCase(
            Category.Mistrivsel, Severity.Lav, Vulnerability.Ukendt, "Gardinerne er nede.", null, [], false, Kilde.Medarbejder, null,
            new LegalBasisInput(LegalBasisKind.IkkeSpurgt), null);
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (_, ct) =>
            await omraader.Execute(member, new Request(Guid.NewGuid(), [1], flag), ct));
        return (await person.Get(In(Nordlyset, "workspace"))).Seq;
    }

    private static async Task Presence(LiveClient client, int ejendom)
    {
        while ((await client.Next("presence"))["kontorer"]!["ejendomskontor"]!.GetValue<int>() != ejendom)
        {
        }
    }
}
