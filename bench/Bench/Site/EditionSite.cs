using Npgsql;

namespace Hub.Bench.Site;

/// <summary>Both editions side by side, each on a database of its own on one PostgreSQL that waits for the disk. Who is not measured has nothing to do.</summary>
internal sealed class EditionSite : IAsyncDisposable
{
    private readonly PostgresCluster _postgres;
    private readonly Dictionary<Topology, Installation> _hubs = [];

    private EditionSite(PostgresCluster postgres) => _postgres = postgres;

    public static async Task<EditionSite> Start()
    {
        var site = new EditionSite(await PostgresCluster.Start(fsync: true));
        foreach (var topology in Enum.GetValues<Topology>())
        {
            site._hubs[topology] = await Installation.Start(site._postgres, topology);
        }

        return site;
    }

    public Installation Hub(Topology topology) => _hubs[topology];

    public async ValueTask DisposeAsync()
    {
        foreach (var hub in _hubs.Values)
        {
            await hub.DisposeAsync();
        }

        NpgsqlConnection.ClearAllPools();
        _postgres.Stop();
    }
}
