using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Grains.InProcess;
using Hub.Storage;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Hub.Silo.Cluster;

/// <summary>A silo that carries Hub's areas; the store, the directory and the signal are its host's.</summary>
public static class SiloSetup
{
    internal const string Store = "hub";

    /// <summary>Missed answers until a silo is taken for dead: some six seconds.</summary>
    private const int Missed = 3;

    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How often a silo writes down that it lives. Who has not three times over is not waited for by a silo that comes up: where all died at once, nobody
    /// is left to say that they are dead.
    /// </summary>
    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(5);

    /// <summary>Joins the silos of the same name on the same database, or stays alone.</summary>
    public static ISiloBuilder JoinHub(this ISiloBuilder silo, ClusterSettings settings)
    {
        if (settings.IsLocal)
        {
            silo.UseLocalhostClustering(settings.SiloPort, settings.GatewayPort);
        }
        else if (settings.Address is { } address)
        {
            silo.ConfigureEndpoints(address, settings.SiloPort, settings.GatewayPort);
        }
        else
        {
            silo.ConfigureEndpoints(settings.SiloPort, settings.GatewayPort);
        }

        if (!settings.IsLocal)
        {
            silo.UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (ClusterSetup.Driver, settings.Connection));
        }

        return silo.Configure<ClusterOptions>(settings.Apply)
            .Configure<ClusterMembershipOptions>(o => (o.ProbeTimeout, o.NumMissedProbesLimit, o.IAmAliveTablePublishTimeout) = (Probe, Missed, SignOfLife))
            .Configure<SiloMessagingOptions>(o => o.ResponseTimeout = ClusterSetup.AnswerWithin);
    }

    /// <summary>What a silo needs to carry areas.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="database">Orleans' connection to PostgreSQL.</param>
    /// <param name="mostForOneArea">Calls that this process itself makes to one area at a time.</param>
    public static ISiloBuilder AddHubAreas(this ISiloBuilder silo, string database, int mostForOneArea = ClusterBoligomraader.MostForOneArea)
    {
        silo.Services.AddHubWire();
        silo.Services.AddSingleton<AreaFactsCache>().AddSingleton<AreaTurns>().AddSingleton<SnapshotFaults>();
        silo.Services.AddSingleton(s => new ClusterBoligomraader(
            () => Task.FromResult(s.GetRequiredService<IGrainFactory>()), s.GetRequiredService<IEventLog>(), s.GetRequiredService<ITenantDirectory>(),
            s.GetRequiredService<CommitSignal>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<TimeZoneInfo>(), mostForOneArea));
        silo.Configure<GrainCollectionOptions>(o => (o.CollectionAge, o.CollectionQuantum) = (AreaMap.IdleAfter, TimeSpan.FromMinutes(1)));
        return silo.AddIncomingGrainCallFilter<OutageFilter>().AddAdoNetGrainStorage(Store, o =>
        {
            o.Invariant = ClusterSetup.Driver;
            o.ConnectionString = database;
            o.GrainStorageSerializer = new KeptSnapshotSerializer();
        });
    }
}
