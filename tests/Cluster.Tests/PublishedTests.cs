using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Deploy.Tests;
using Hub.Storage;
using Hub.Web.Tests.Durability;

namespace Hub.Cluster.Tests;

/// <summary>Silo and Web as they are shipped, with what the overlay for a cluster gives their pods: users without rights, programs that nobody can change, a login that owns nothing.</summary>
public sealed class PublishedTests : IAsyncLifetime
{
    private readonly string _key = TenantKeyRing.Generate("test");
    private PublishedPod _silo = null!;
    private PublishedPod _web = null!;
    private PostgresTestDatabase _database = null!;
    private string _login = null!;

    public async Task InitializeAsync()
    {
        (_silo, _web) = (await PublishedPod.Of("Silo", "-p:Edition=Cluster"), await PublishedPod.Of("Web", "-p:Edition=Cluster"));
        _database = await PostgresTestDatabase.Create();
        var name = $"app_{Guid.NewGuid():N}";
        await _database.Run($"create role {name} login");
        _login = new UriBuilder(_database.Address) { UserName = name }.Uri.ToString();
        await HubStore.MigrateOnly(_login, _database.Address);
    }

    [Fact]
    public async Task They_serve_without_a_right_of_the_system_or_the_database_and_change_none_of_their_files()
    {
        var shipped = (Silo: _silo.Shipped(), Web: _web.Shipped());
        using var silo = await Start(_silo, "Hub.Silo.dll", ("HUB_SILO_ADDRESS", "127.0.0.1"), ("HUB_SILO_PORT", $"{HubProcess.FreePort()}"), ("HUB_GATEWAY_PORT", $"{HubProcess.FreePort()}"));
        using var web = await Start(_web, "Hub.Web.dll", ("HUB_DEMO", "true"));
        // As the ingress controller says it, whose word counts.
        using var client = new HttpClient { BaseAddress = web.Address, DefaultRequestHeaders = { { "X-Forwarded-Proto", "https" } } };

        var signedIn = await client.PostAsJsonAsync("/api/v1/login", new { email = "ejendom@nordbo.example", password = "Hub-demo-2026!" });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await signedIn.Content.ReadFromJsonAsync<JsonNode>())!["accessToken"]!.GetValue<string>());
        using var flag = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/omraader/{SiloProcesses.Omraade(0)}/flags")
        {
            Headers = { { "Idempotency-Key", $"{Guid.NewGuid()}" } },
            Content = JsonContent.Create(new { category = "mistrivsel", description = "Gardinerne er nede hele dagen." }),
        };
        Assert.Equal(HttpStatusCode.Created, (await client.SendAsync(flag)).StatusCode);

        foreach (var process in new[] { web, silo })
        {
            var status = await File.ReadAllLinesAsync($"/proc/{process.Id}/status");
            Assert.DoesNotContain(status, l => l.StartsWith("Uid:\t0\t", StringComparison.Ordinal));
            Assert.Contains(status, l => l == "CapEff:\t0000000000000000");
            await process.Terminate();
            Assert.Equal(0, await process.Exit());
        }

        Assert.Equal(shipped.Silo, _silo.Shipped());
        Assert.Equal(shipped.Web, _web.Shipped());
    }

    public async Task DisposeAsync()
    {
        await _silo.DisposeAsync();
        await _web.DisposeAsync();
        await _database.Drop();
    }

    private async Task<HubProcess> Start(PublishedPod pod, string program, params (string Name, string Value)[] own)
    {
        var address = FreeAddress.Of();
        var start = pod.AsUser("dotnet", Path.Combine(pod.Program, program), "--Logging:Console:LogLevel:Default=Warning");
        foreach (var (name, value) in PublishedPod.Settings("base").Concat(PublishedPod.Settings("overlays/cluster")).Concat(own))
        {
            start.Environment[name] = value.Replace("/erasures", Path.Combine(_web.Volumes, "erasures"), StringComparison.Ordinal);
        }

        (start.Environment["HUB_DATABASE"], start.Environment["HUB_TENANT_KEY"]) = (_login, _key);
        // The demo listens for this machine alone, and there is no load balancer here that has to notice.
        (start.Environment["HUB_URLS"], start.Environment["HUB_DRAIN"]) = (address.OriginalString, "0");
        return await HubProcess.Start(start, address);
    }
}
