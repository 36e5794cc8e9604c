using Hub.Grains;
using Hub.Grains.InProcess;
using Hub.Web.Features.Drift;

namespace Hub.Web.Hosting;

/// <summary>What runs the areas' turns: this process, or the cluster that HUB_CLUSTER names.</summary>
internal static class EngineServices
{
    /// <summary>The engine itself. Everybody else takes the one that writes down who reads.</summary>
    public const string Bare = "engine";

    public static void AddEngine(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSingleton<InProcessBoligomraader>();
#if CLUSTER
        if (Cluster.ClusterServices.AddCluster(builder, settings))
        {
            return;
        }
#endif
        if (settings.Cluster is not null)
        {
            throw new SettingsException("HUB_CLUSTER is set, and this build has no cluster engine (build it with -p:Edition=Cluster).");
        }

        builder.Services.AddKeyedSingleton<IBoligomraader>(Bare, (s, _) => s.GetRequiredService<InProcessBoligomraader>()).AddSingleton<ISilos, NoSilos>();
    }
}
