using System.Net.Sockets;
using System.Text;
using Hub.Storage;
using Hub.Web.Tests.Server;

namespace Hub.Web.Tests.Hosting;

public sealed class ServerTests
{
    [Fact]
    public async Task A_ready_server_says_so()
    {
        var hub = await HubServer.Start(("HUB_DEMO", "false"));

        Assert.Equal((200, 200), ((await hub.Anonymous().Get("/health/live")).Status, (await hub.Anonymous().Get("/health/ready")).Status));

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Too_many_sign_ins_from_one_address_are_told_to_wait()
    {
        var hub = await HubServer.Start(("HUB_RATE_LIMITS", "default"));
        var replies = new List<Reply>();
        for (var i = 0; i < 45 && replies.All(r => r.Status != 429); i++)
        {
            replies.Add(await hub.Anonymous().Post("/api/v1/refresh", new { refreshToken = "rubbish" }));
        }

        Assert.Equal("too_many_requests", replies[^1].Code);
        Assert.True(int.Parse(replies[^1].Headers["Retry-After"], null) > 0);
        Assert.Equal(200, (await hub.Anonymous().Get("/health/ready")).Status);

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task More_requests_than_can_be_served_are_told_so_at_once_and_health_still_answers()
    {
        var hub = await HubServer.Start(("HUB_MOST_REQUESTS", "2"));
        var crowd = new Crowd(hub, 2);
        Reply busy;
        do
        {
            await crowd.Push();
            busy = await hub.Anonymous().Get("/api/v1/me");
        }
        while (busy.Status != 503);
        var health = await hub.Anonymous().Get("/health/ready");
        crowd.Dispose();
        Reply served;
        do
        {
            served = await hub.Anonymous().Get("/api/v1/me");
        }
        while (served.Status == 503);

        Assert.Equal(("busy", 200, 401), (busy.Code, health.Status, served.Status));
        Assert.True(int.Parse(busy.Headers["Retry-After"], null) > 0);
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_person_who_comes_when_it_is_busy_gets_a_plain_page()
    {
        var hub = await HubServer.Start(("HUB_MOST_REQUESTS", "1"));
        using var crowd = new Crowd(hub, 1);
        using var client = hub.NewClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        HttpResponseMessage busy;
        do
        {
            await crowd.Push();
            busy = await client.GetAsync("/login");
        }
        while ((int)busy.StatusCode != 503);

        Assert.Contains("<h1>Der er travlt lige nu</h1>", await busy.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_foreign_name_for_this_machine_is_not_answered()
    {
        var hub = await HubServer.Start(("HUB_DEMO", "false"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = "evil.example" } };

        using var response = await hub.Anonymous().Client.SendAsync(request);

        Assert.Equal(400, (int)response.StatusCode);

        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Until_its_database_answers_a_server_lives_and_says_that_it_is_starting()
    {
        var hub = new HubServer();
        hub.Settings["HUB_DATABASE"] = "postgres://nobody@127.0.0.1:1/nothing";
        hub.Settings["HUB_TENANT_KEY"] = TenantKeyRing.Generate("test");
        await hub.StartUnready();

        var api = await hub.Anonymous().Get("/api/v1/me");

        Assert.Equal(200, (await hub.Anonymous().Get("/health/live")).Status);
        Assert.Equal(503, (await hub.Anonymous().Get("/health/ready")).Status);
        Assert.Equal((503, "starting"), (api.Status, api.Code));
        Assert.NotNull(api.Headers["Retry-After"]);

        await hub.DisposeAsync();
    }

    /// <summary>People whose requests never come to their end. The server sends away who is too slow, so each push brings new ones.</summary>
    private sealed class Crowd(HubServer hub, int places) : IDisposable
    {
        private const int MostPushes = 100;
        private readonly List<TcpClient> _people = [];

        public async Task Push()
        {
            Assert.True(_people.Count < MostPushes * places, "Nobody was told that it is busy.");
            for (var i = 0; i < places; i++)
            {
                var person = new TcpClient();
                _people.Add(person);
                await person.ConnectAsync(hub.Address.Host, hub.Address.Port);
                await person.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                    $"POST /api/v1/login HTTP/1.1\r\nHost: {hub.Address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{{"));
            }
        }

        public void Dispose() => _people.ForEach(p => p.Dispose());
    }
}
