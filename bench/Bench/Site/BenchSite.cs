using System.Security.Cryptography;
using Hub.Storage;
using Hub.Web.Tests.Architecture;
using Hub.Web.Tests.Durability;
using Npgsql;

namespace Hub.Bench.Site;

/// <summary>A PostgreSQL that waits for the disk, the published Hub as in production, and the floor: everything on this machine, and gone afterwards.</summary>
internal sealed class BenchSite : IAsyncDisposable
{
    private static readonly (string, string)[] Production =
        [("HUB_DEMO", "false"), ("HUB_REQUIRE_MFA", "false"), ("HUB_RATE_LIMITS", "off"), ("ASPNETCORE_ENVIRONMENT", "Production")];

    private readonly TempFolder _folder = new();
    private readonly string _key = $"k1:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";
    private FloorProcess? _floor;
    private Guid? _large;

    private BenchSite(PostgresCluster postgres, PostgresTestDatabase database, PostgresTestDatabase beside) =>
        (Postgres, Database, Beside) = (postgres, database, beside);

    public PostgresCluster Postgres { get; }

    /// <summary>Hub's.</summary>
    public PostgresTestDatabase Database { get; }

    /// <summary>Of the floor and of pgbench.</summary>
    public PostgresTestDatabase Beside { get; }

    public HubProcess Hub { get; private set; } = null!;

    public FloorProcess Floor => _floor ?? throw new InvalidOperationException("The floor has not been started.");

    public Ground Ground { get; private set; } = null!;

    /// <summary>How many bytes Hub stores as the content of a flag.</summary>
    public int FlagBytes { get; private set; }

    public static async Task<BenchSite> Start()
    {
        var postgres = await PostgresCluster.Start(fsync: true);
        var site = new BenchSite(postgres, await PostgresTestDatabase.Create(postgres), await PostgresTestDatabase.Create(postgres));
        // The demo brings people who can sign in; what is measured then is not a demo.
        await site.StartHub(("HUB_DEMO", "true"));
        await site.StopHub();
        site.Ground = new Ground(HubStore.Open(site.Database.Address, TenantKeyRing.Parse(site._key), TimeProvider.System));
        await site.Ground.Directory.Follow(default);
        await site.StartHub(Production);
        await site.WeighFlag();
        site._floor = await FloorProcess.Start(Published("floor", "Hub.Floor.dll"), site.Beside.AdminConnectionString.Replace("Pooling=false", "Maximum Pool Size=100", StringComparison.Ordinal), site.FlagBytes);
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
    public async Task RestartHub()
    {
        await StopHub();
        await StartHub(Production);
    }

    public async ValueTask DisposeAsync()
    {
        _floor?.Dispose();
        Hub.Dispose();
        await Ground.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Postgres.Stop();
        _folder.Dispose();
    }

    private static string Published(string name, string assembly) => Path.Combine(Repository.Root, "bench", "results", "published", name, assembly);

    private async Task StartHub(params (string, string)[] settings) =>
        Hub = await HubProcess.Start(Published("web", "Hub.Web.dll"), _folder.Path, Database.Address, _key, null, settings);

    private async Task StopHub()
    {
        await Hub.Terminate();
        await Hub.Exit();
        Hub.Dispose();
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
        await using var connection = new NpgsqlConnection(Database.AdminConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select avg(octet_length(data))::int from events where type = 'caseFlagged'", connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
