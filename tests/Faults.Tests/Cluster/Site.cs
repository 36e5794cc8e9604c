using System.Security.Cryptography;
using Hub.Web.Tests.Durability;

namespace Hub.Faults.Tests.Cluster;

/// <summary>Three nodes behind a load balancer on a PostgreSQL of their own. The clock of the last node is wrong.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const int Count = 3;
    private const string ClockOff = "47";

    private readonly TempFolder _folder = new();
    private readonly HubProcess[] _nodes = new HubProcess[Count];
    private readonly Uri[] _addresses = [.. Enumerable.Range(0, Count).Select(_ => new Uri($"http://127.0.0.1:{HubProcess.FreePort()}"))];
    private readonly Haproxy _haproxy;

    private Site(PostgresCluster postgres, PostgresTestDatabase database) => (Postgres, Database, _haproxy) = (postgres, database, new Haproxy(_addresses));

    public PostgresCluster Postgres { get; }

    public PostgresTestDatabase Database { get; }

    public string Key { get; } = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public Haproxy Haproxy => _haproxy;

    public static async Task<Site> Start()
    {
        var postgres = await PostgresCluster.Start();
        var site = new Site(postgres, await PostgresTestDatabase.Create(postgres));
        // The first tells the demo's stories; the others find them told.
        await site.StartNode(0);
        await Task.WhenAll(Enumerable.Range(1, Count - 1).Select(site.StartNode));
        return site;
    }

    public HubProcess Node(int n) => _nodes[n];

    public async Task StartNode(int n)
    {
        var folder = Directory.CreateDirectory(_folder.File($"n{n}")).FullName;
        _nodes[n]?.Dispose();
        _nodes[n] = await HubProcess.Start(
            folder, Database.Address, Key, _addresses[n], ("HUB_DRAIN", "1"), ("HUB_TEST_CLOCK_OFF", n == Count - 1 ? ClockOff : "0"));
    }

    public async ValueTask DisposeAsync()
    {
        Array.ForEach(_nodes, n => n?.Dispose());
        _haproxy.Dispose();
        Postgres.Stop();
        _folder.Dispose();
        await Task.CompletedTask;
    }
}
