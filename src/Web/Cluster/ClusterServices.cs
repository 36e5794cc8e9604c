using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Silo.Cluster;
using Hub.Web.Features.Drift;
using Hub.Web.Hosting;
using Orleans;

namespace Hub.Web.Cluster;

/// <summary>Web in a cluster: a client of its silos, or with the only one inside.</summary>
internal static class ClusterServices
{
    /// <summary>False without HUB_CLUSTER.</summary>
    public static bool AddCluster(this WebApplicationBuilder builder, Settings settings)
    {
        if (SettingsException.Of(() => ClusterSettings.Read(builder.Configuration, settings.Database)) is not { } cluster)
        {
            return false;
        }

        var mostForOneArea = Math.Max(1, settings.MostRequests / 2);
        if (cluster.IsLocal)
        {
            builder.Services.AddHostedService<Migration>();
            builder.UseOrleans(silo => silo.JoinHub(cluster).AddHubAreas(cluster.Connection, mostForOneArea));
            builder.Services.AddHostedService<DeadlineWatch>();
            builder.Services.AddSingleton<Func<Task<IGrainFactory>>>(s => () => Task.FromResult(s.GetRequiredService<IGrainFactory>()));
        }
        else
        {
            builder.Services.AddSingleton(cluster).AddSingleton<ClusterLink>().AddHostedService(s => s.GetRequiredService<ClusterLink>());
            builder.Services.AddSingleton<IBeforeServing, FirstSilo>().AddSingleton<Func<Task<IGrainFactory>>>(s => () => s.GetRequiredService<ClusterLink>().There);
            builder.Services.AddSingleton(s => ActivatorUtilities.CreateInstance<ClusterBoligomraader>(s, mostForOneArea));
        }

        builder.Services.AddKeyedSingleton<IBoligomraader>(EngineServices.Bare, (s, _) => s.GetRequiredService<ClusterBoligomraader>());
        builder.Services.AddSingleton<ClusterFigures>().AddSingleton<ISilos, ClusterSilos>();
        return true;
    }
}
