using System.Security.Cryptography;
using Hub.Web.Tests.Durability;

namespace Hub.Faults.Tests.Cluster;

/// <summary>
/// Nodes behind a load balancer on a PostgreSQL of their own: three that run the turns themselves, or two before two silos. The clock of the
/// last node is wrong.
/// </summary>
internal sealed class Site : IAsyncDisposable
{
    private const string ClockOff = "47";

    private readonly TempFolder _folder = new();
    private readonly string? _silo;
    private readonly HubProcess[] _nodes;
    private readonly HubProcess[] _silos;
    private readonly Uri[] _addresses;
    private readonly (int Silo, int Gateway)[] _ports;
    private readonly Haproxy _haproxy;

    private Site(PostgresCluster postgres, PostgresTestDatabase database, string? silo, int nodes)
    {
        (Postgres, Database, _silo) = (postgres, database, silo);
        _nodes = new HubProcess[nodes];
        _silos = new HubProcess[silo is null ? 0 : 2];
        _addresses = [.. _nodes.Select(_ => new Uri($"http://127.0.0.1:{HubProcess.FreePort()}"))];
        _ports = [.. _silos.Select(_ => (HubProcess.FreePort(), HubProcess.FreePort()))];
        _haproxy = new Haproxy(_addresses);
    }

    public PostgresCluster Postgres { get; }

    public PostgresTestDatabase Database { get; }

    public string Key { get; } = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public Haproxy Haproxy => _haproxy;

    public int Nodes => _nodes.Length;

    public int Silos => _silos.Length;

    /// <param name="silo">The silo's program; null: the nodes run the turns.</param>
    /// <param name="nodes">How many of them.</param>
    public static async Task<Site> Start(string? silo = null, int nodes = 3)
    {
        var postgres = await PostgresCluster.Start();
        var site = new Site(postgres, await PostgresTestDatabase.Create(postgres), silo, nodes);
        await Task.WhenAll(Enumerable.Range(0, site.Silos).Select(site.StartSilo));
        // The first tells the demo's stories; the others find them told.
        await site.StartNode(0);
        await Task.WhenAll(Enumerable.Range(1, site.Nodes - 1).Select(site.StartNode));
        return site;
    }

    public HubProcess Node(int n) => _nodes[n];

    public HubProcess Silo(int n) => _silos[n];

    public async Task StartNode(int n)
    {
        Interlocked.Exchange(ref _nodes[n], null!)?.Dispose();
        _nodes[n] = await HubProcess.Start(
            Folder($"n{n}"), Database.Address, Key, _addresses[n],
            [("HUB_DRAIN", "1"), ("HUB_TEST_CLOCK_OFF", n == Nodes - 1 ? ClockOff : "0"), .. Shared]);
    }

    /// <summary>On the ports that it had: a silo that comes back takes the place of the one that was there.</summary>
    public async Task StartSilo(int n)
    {
        Interlocked.Exchange(ref _silos[n], null!)?.Dispose();
        _silos[n] = await HubProcess.Start(
            _silo!, Folder($"s{n}"), Database.Address, Key, null,
            [("HUB_SILO_ADDRESS", "127.0.0.1"), ("HUB_SILO_PORT", $"{_ports[n].Silo}"), ("HUB_GATEWAY_PORT", $"{_ports[n].Gateway}"), .. Shared]);
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_nodes, n => n?.Dispose());
        Array.ForEach(_silos, s => s?.Dispose());
        _haproxy.Dispose();
        Postgres.Stop();
        _folder.Dispose();
        await Task.CompletedTask;
    }

    private (string, string)[] Shared => _silo is null ? [] : [("HUB_CLUSTER", "faults"), ("HUB_ERASURES", Folder("erasures"))];

    private string Folder(string name) => Directory.CreateDirectory(_folder.File(name)).FullName;
}
