using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Silo.Cluster;
using Hub.Web.Demo;
using Hub.Web.Tests.Durability;
using Hub.Web.Tests.Hosting;

namespace Hub.Cluster.Tests;

/// <summary>Two silos and Web before them, each a process of its own; what the silos tell of themselves comes here.</summary>
public sealed class SiloProcesses : IAsyncLifetime
{
    private const string OperatorToken = "et langt ord som kun driften kender";
    private static readonly string[] Omraader = ["Nordlyset", "Havnegården"];

    private readonly TempFolder _folder = new();
    private readonly List<HubProcess> _processes = [];
    private HttpClient _client = null!;

    public string Key { get; } = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public PostgresTestDatabase Database { get; private set; } = null!;

    /// <summary>Where silos reach each other.</summary>
    public IReadOnlyList<string> Silos { get; private set; } = [];

    internal Collector Told { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (Database, Told) = (await PostgresTestDatabase.Create(), await Collector.Start());
        var ports = Enumerable.Range(0, 2).Select(_ => (Silo: HubProcess.FreePort(), Gateway: HubProcess.FreePort())).ToList();
        Silos = [.. ports.Select(p => $"127.0.0.1:{p.Silo}")];
        _processes.AddRange(await Task.WhenAll(ports.Select(p => Start(
            typeof(SiloSetup).Assembly.Location,
            ("HUB_SILO_ADDRESS", "127.0.0.1"), ("HUB_SILO_PORT", $"{p.Silo}"), ("HUB_GATEWAY_PORT", $"{p.Gateway}"),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", Told.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "200")))));
        _processes.Add(await Start(typeof(Web.Program).Assembly.Location, ("HUB_OPERATOR_TOKEN", OperatorToken)));
        _client = new HttpClient { BaseAddress = _processes[^1].Address };
        var tokens = await (await _client.PostAsJsonAsync("/api/v1/login", new { email = "ejendom@nordbo.example", password = "Hub-demo-2026!" })).Content.ReadFromJsonAsync<JsonNode>();
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens!["accessToken"]!.GetValue<string>());
    }

    /// <summary>Raises a worry in one of two areas.</summary>
    public async Task<HttpResponseMessage> Flag(int area)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/omraader/{Omraade(area)}/flags")
        {
            Headers = { { "Idempotency-Key", $"{Guid.NewGuid()}" } },
            Content = JsonContent.Create(new { category = "mistrivsel", description = "Gardinerne er nede hele dagen.", beboer = new { name = "Hemmelig Hansen" } }),
        };
        return await _client.SendAsync(request);
    }

    public static Guid Omraade(int area) => DemoIds.Omraade(Omraader[area]);

    /// <summary>The operator's page, in Danish.</summary>
    public async Task<string> Drift()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/drift");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"drift:{OperatorToken}")));
        using var response = await _client.SendAsync(request);
        return System.Net.WebUtility.HtmlDecode(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        _processes.ForEach(p => p.Dispose());
        await Told.DisposeAsync();
        await Database.Drop();
        _folder.Dispose();
    }

    private Task<HubProcess> Start(string program, params (string, string)[] settings) => HubProcess.Start(
        program, _folder.Path, Database.Address, Key, null,
        [("HUB_CLUSTER", "processes"), ("HUB_ERASURES", Directory.CreateDirectory(_folder.File("erasures")).FullName), .. settings]);
}
