using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Grains.Tenants;
using Hub.Grains.Tests;
using Hub.Silo.Cluster;
using Hub.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace Hub.Cluster.Tests;

/// <summary>Silos in this process that carry areas of one PostgreSQL, each with a store and a directory of its own as if it were alone.</summary>
public sealed class TestSilos : IAsyncDisposable
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");

    private readonly InProcessTestCluster _cluster;

    private TestSilos(InProcessTestCluster cluster) => _cluster = cluster;

    public InProcessTestCluster Cluster => _cluster;

    /// <summary>Starts them.</summary>
    /// <param name="ground">The database under them.</param>
    /// <param name="silos">How many.</param>
    /// <param name="log">What a silo writes to, in place of its store.</param>
    public static async Task<TestSilos> Start(Ground ground, short silos, Func<HubStore, IEventLog>? log = null)
    {
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            // A silo that is gone is to be noticed in the time of a test.
            silo.Configure<ClusterMembershipOptions>(o => (o.ProbeTimeout, o.NumMissedProbesLimit) = (TimeSpan.FromSeconds(1), 2));
            silo.Configure<SiloMessagingOptions>(o => o.ResponseTimeout = ClusterSetup.AnswerWithin);
            silo.AddHubAreas(HubStore.PostgresConnection(ground.Address));
            silo.Services.AddSingleton(Zone).AddSingleton(_ => ground.Open()).AddSingleton<CommitSignal>()
                .AddSingleton<IEventLog>(s => log is null ? s.GetRequiredService<HubStore>() : log(s.GetRequiredService<HubStore>()))
                .AddSingleton<ITenantDirectory>(s => new TenantDirectory(s.GetRequiredService<HubStore>(), s.GetRequiredService<CommitSignal>(), ground.Time))
                .AddSingleton(s => new AreaFactsCache(s.GetRequiredService<ITenantDirectory>(), Zone))
                .AddSingleton(s => ActivatorUtilities.CreateInstance<AreaTurns>(s, (TimeProvider)ground.Time));
        });
        builder.ConfigureClient(client =>
        {
            client.Services.AddHubWire();
            client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ClusterSetup.AnswerWithin);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestSilos(cluster);
    }

    /// <summary>The engine of a Web process before them.</summary>
    public ClusterBoligomraader Engine(Area area) => Engine(area, () => Task.FromResult<IGrainFactory>(_cluster.Client));

    /// <summary>The same, whose first call gets lost on the way: nobody before them can know whether it was carried out.</summary>
    public ClusterBoligomraader EngineThatLosesTheFirst(Area area)
    {
        var lost = 0;
        return Engine(area, () => Interlocked.Exchange(ref lost, 1) == 0 ? throw new TimeoutException() : Task.FromResult<IGrainFactory>(_cluster.Client));
    }

    /// <summary>The silo that an area is awake on.</summary>
    public async Task<InProcessSiloHandle> Of(Area area)
    {
        var grain = _cluster.Client.GetGrain<IBoligomraadeGrain>(GrainKey.Of(area.Stream));
        var address = await _cluster.Client.GetGrain<IManagementGrain>(0).GetActivationAddress(grain);
        return At(address!);
    }

    /// <summary>The silo at an address.</summary>
    public InProcessSiloHandle At(SiloAddress address) => _cluster.Silos.Single(s => s.SiloAddress.Equals(address));

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static ClusterBoligomraader Engine(Area area, Func<Task<IGrainFactory>> cluster) =>
        new(cluster, area.Store, area.Directory, area.Signal, area.Time, Zone);
}

/// <summary>A database of its own, and one clock for all who use it.</summary>
public sealed class Ground : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PostgresTestDatabase _database;

    private Ground(PostgresTestDatabase database) => _database = database;

    public string Key { get; } = TenantKeyRing.Generate("test");

    /// <summary>The folder of the list of erasures.</summary>
    public string Erasures => _folder.Path;

    public MovableTime Time { get; } = new(Area.MondayNoon);

    public string Address => _database.Address;

    public PostgresTestDatabase Database => _database;

    public static async Task<Ground> Create()
    {
        var ground = new Ground(await PostgresTestDatabase.Create());
        await using var store = ground.Open();
        await store.Migrate();
        return ground;
    }

    public HubStore Open() => HubStore.Open(Address, TenantKeyRing.Parse(Key), Time, erasures: Erasures);

    /// <summary>An area with its people here.</summary>
    public Task<Area> NewArea(Func<Area, IEventLog, IBoligomraader> engine, StreamKey? called = null) =>
        Area.On(Open(), Directory.CreateTempSubdirectory("hub-cluster-").FullName, Time, engine, called: called);

    public async ValueTask DisposeAsync()
    {
        await _database.Drop();
        _folder.Dispose();
    }
}
