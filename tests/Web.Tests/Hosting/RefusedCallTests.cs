using Hub.Grains;
using Hub.Web.Demo;
using Hub.Web.Hosting;
using Hub.Web.Tests.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Hub.Web.Tests.Server.Session;

namespace Hub.Web.Tests.Hosting;

/// <summary>The operator sees that somebody tries doors, and neither who nor what for.</summary>
public sealed class RefusedCallTests : IAsyncLifetime
{
    private readonly LogLines log = new();
    private HubServer hub = null!;

    public Task InitializeAsync()
    {
        hub = new HubServer { Log = log };
        hub.Settings["Logging:LogLevel:Hub.Web.Hosting.RefusedCalls"] = "Information";
        hub.Settings["Logging:Console:LogLevel:Default"] = "None";
        return hub.InitializeAsync();
    }

    public Task DisposeAsync() => hub.DisposeAsync();

    [Fact]
    public async Task A_refused_call_stands_there_with_kind_endpoint_role_and_boligorganisation()
    {
        var board = await hub.SignIn("bestyrelse@nordbo.example");

        await board.Get(In(Nordlyset, "access-log"));
        await board.Post(In(Nordlyset, $"cases/{Guid.NewGuid()}/notes"), new { text = "Kunigunde", audience = "eget", kind = "note" });
        await board.Get(In(Soenderparken, "workspace"));
        await hub.Anonymous().Get("/api/v1/me");

        var tenant = DemoIds.Tenant("nordbo");
        Assert.Equal(
            [
                $"Refused not_allowed GET /api/v1/omraader/{{o:guid}}/access-log Medarbejder Bestyrelseskontor {tenant}",
                $"Refused not_found POST /api/v1/omraader/{{o:guid}}/cases/{{c:guid}}/notes Medarbejder Bestyrelseskontor {tenant}",
                "Refused not_found GET /api/v1/omraader/{o:guid}/workspace (null) (null) (null)",
                "Refused unauthenticated GET /api/v1/me (null) (null) (null)",
            ],
            Lines());
    }

    [Fact]
    public void A_flood_of_them_does_not_fill_the_log()
    {
        var clock = new MovableClock(DateTimeOffset.UnixEpoch);
        var calls = new RefusedCalls(hub.Services.GetRequiredService<ITenantDirectory>(), clock, hub.Services.GetRequiredService<ILogger<RefusedCalls>>());

        for (var call = 0; call < RefusedCalls.MostLines + 30; call++)
        {
            calls.Note("not_allowed", "GET /x", null);
        }

        Assert.Equal(RefusedCalls.MostLines, Lines().Count);
        clock.Now += TimeSpan.FromMinutes(1);
        calls.Note("not_allowed", "GET /x", null);
        Assert.Equal(["Refused 30 more calls in that minute", "Refused not_allowed GET /x (null) (null) (null)"], Lines().TakeLast(2));
    }

    private IReadOnlyList<string> Lines() => [.. log.All.Where(l => l.Category == typeof(RefusedCalls).FullName).Select(l => l.Text.Split('\n')[0])];
}
