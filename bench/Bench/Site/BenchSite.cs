using Hub.Web.Tests.Durability;
using Npgsql;

namespace Hub.Bench.Site;

/// <summary>A PostgreSQL that waits for the disk, the published Hub as in production, and the floor: everything on this machine, and gone afterwards.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private readonly PostgresCluster _postgres;
    private readonly Installation _hub;
    private FloorProcess? _floor;
    private Guid? _large;

    private BenchSite(PostgresCluster postgres, Installation hub, PostgresTestDatabase beside) => (_postgres, _hub, Beside) = (postgres, hub, beside);

    /// <summary>Of the floor and of pgbench.</summary>
    public PostgresTestDatabase Beside { get; }

    public HubProcess Hub => _hub.Web;

    public FloorProcess Floor => _floor ?? throw new InvalidOperationException("The floor has not been started.");

    public Ground Ground => _hub.Ground;

    /// <summary>How many bytes Hub stores as the content of a flag.</summary>
    public int FlagBytes { get; private set; }

    public static async Task<BenchSite> Start()
    {
        var postgres = await PostgresCluster.Start(fsync: true);
        var site = new BenchSite(postgres, await Installation.Start(postgres, Topology.InProcess), await PostgresTestDatabase.Create(postgres));
        await site.WeighFlag();
        site._floor = await FloorProcess.Start(
            Installation.Published("floor", "Hub.Floor.dll"), site.Beside.AdminConnectionString.Replace("Pooling=false", "Maximum Pool Size=100", StringComparison.Ordinal), site.FlagBytes);
        return site;
    }

    /// <summary>An area with 100,000 events and 2,000 open cases, made when it is first asked for.</summary>
    public async Task<Guid> LargeArea()
    {
        if (_large is { } there)
        {
            return there;
        }

        var omraade = await Ground.NewOmraade("Store");
        await new Past(Ground, omraade).Fill(events: 100_000, open: 2_000);
        _large = omraade;
        return omraade;
    }

    /// <summary>As it was, but with nothing in memory.</summary>
    public Task RestartHub() => _hub.Restart();

    public async ValueTask DisposeAsync()
    {
        _floor?.Dispose();
        await _hub.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        _postgres.Stop();
    }

    private async Task WeighFlag()
    {
        var omraade = await Ground.NewOmraade("Vægten");
        using var person = await Person.SignIn(Hub.Address, "ejendom");
        for (var i = 0; i < 20; i++)
        {
            await person.Flag(omraade, i);
        }

        FlagBytes = await BytesOfFlags();
    }

    private async Task<int> BytesOfFlags()
    {
        await using var connection = new NpgsqlConnection(_hub.Database.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select avg(octet_length(data))::int from events where type = 'caseFlagged'", connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
