using System.Net.WebSockets;
using Hub.Web.Tests.Server;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Live;

/// <summary>As many live connections as the operator says, and no more.</summary>
public sealed class ConnectionLimitTests : IAsyncLifetime
{
    private readonly HubServer _server = new() { Settings = { ["HUB_MOST_CONNECTIONS"] = "1" } };

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task One_too_many_is_told_to_come_back_and_those_who_are_there_stay()
    {
        await using var clients = new LiveClients(_server);
        var first = await clients.Connect("ejendom@nordbo.example");
        await first.Watch(Nordlyset);
        var late = await _server.SignIn("boligsocial@nordbo.example");
        using var connection = new RawConnection(_server, late);

        var refused = await Assert.ThrowsAsync<WebSocketException>(connection.Open);
        var (asked, negotiated) = (await late.Get("/hubs/workspace"), await late.Post("/hubs/workspace/negotiate?negotiateVersion=1", new { }));
        await first.Person.Flag("stoej");

        Assert.Contains("'503'", refused.Message, StringComparison.Ordinal);
        Assert.Equal([(503, "busy"), (503, "busy")], [(asked.Status, asked.Code), (negotiated.Status, negotiated.Code)]);
        Assert.True(int.Parse(asked.Headers["Retry-After"], null) > 0 && int.Parse(negotiated.Headers["Retry-After"], null) > 0);
        await first.Next("changed");
    }

    [Fact]
    public async Task The_place_of_one_that_goes_is_free_again()
    {
        await using var clients = new LiveClients(_server);
        await (await clients.Connect("ejendom@nordbo.example")).Cut();
        var late = await _server.SignIn("boligsocial@nordbo.example");
        while ((await late.Get("/hubs/workspace")).Status == 503)
        {
        }

        await (await clients.Connect(late, "late")).Watch(Nordlyset);
    }
}
