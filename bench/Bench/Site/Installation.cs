using System.Globalization;
using System.Security.Cryptography;
using Hub.Storage;
using Hub.Web.Tests.Architecture;
using Hub.Web.Tests.Durability;

namespace Hub.Bench.Site;

/// <summary>A Hub as in production on a database of its own: what was published, in processes of its own.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private static readonly (string, string)[] Production =
        [("HUB_DEMO", "false"), ("HUB_REQUIRE_MFA", "false"), ("HUB_RATE_LIMITS", "off"), ("ASPNETCORE_ENVIRONMENT", "Production")];

    private readonly TempFolder _folder = new();
    private readonly string _key = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
    private readonly Topology _topology;
    private readonly (string, string)[] _cluster;
    private HubProcess? _silo;

    private Installation(PostgresTestDatabase database, Topology topology)
    {
        (Database, _topology) = (database, topology);
        _cluster =
        [
            ("HUB_CLUSTER", topology == Topology.SiloInWeb ? "localhost" : "bench"), ("HUB_ERASURES", Directory.CreateDirectory(_folder.File("erasures")).FullName),
            ("HUB_SILO_ADDRESS", "127.0.0.1"), ("HUB_SILO_PORT", Port()), ("HUB_GATEWAY_PORT", Port()),
        ];
    }

    public PostgresTestDatabase Database { get; }

    /// <summary>The process that people reach.</summary>
    public HubProcess Web { get; private set; } = null!;

    /// <summary>The process that the turns run in.</summary>
    public HubProcess Turns => _silo ?? Web;

    public Ground Ground { get; private set; } = null!;

    public static async Task<Installation> Start(PostgresCluster postgres, Topology topology)
    {
        var hub = new Installation(await PostgresTestDatabase.Create(postgres), topology);
        // The demo brings people who can sign in; what is measured then is not a demo.
        await Stop(await hub.Run("web", "Hub.Web.dll", ("HUB_DEMO", "true")));
        hub.Ground = new Ground(HubStore.Open(hub.Database.Address, TenantKeyRing.Parse(hub._key), TimeProvider.System));
        await hub.Ground.Directory.Follow(default);
        await hub.Start();
        return hub;
    }

    /// <summary>The published assembly.</summary>
    public static string Published(string name, string assembly) => Path.Combine(Repository.Root, "bench", "results", "published", name, assembly);

    /// <summary>As it was, but with nothing in memory.</summary>
    public async Task Restart()
    {
        await Stop(Web);
        if (_silo is not null)
        {
            await Stop(_silo);
        }

        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        Web.Dispose();
        _silo?.Dispose();
        await Ground.DisposeAsync();
        _folder.Dispose();
    }

    private async Task Start()
    {
        if (_topology == Topology.OwnSilo)
        {
            _silo = await Run("silo", "Hub.Silo.dll", _cluster);
        }

        Web = _topology == Topology.InProcess ? await Run("web", "Hub.Web.dll", Production) : await Run("web-cluster", "Hub.Web.dll", [.. Production, .. _cluster]);
    }

    private Task<HubProcess> Run(string name, string assembly, params (string, string)[] settings) =>
        HubProcess.Start(Published(name, assembly), _folder.Path, Database.Address, _key, null, settings);

    private static async Task Stop(HubProcess process)
    {
        await process.Terminate();
        await process.Exit();
        process.Dispose();
    }

    private static string Port() => HubProcess.FreePort().ToString(CultureInfo.InvariantCulture);
}
