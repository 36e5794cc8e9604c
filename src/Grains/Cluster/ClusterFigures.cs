using Orleans;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Hub.Grains.Cluster;

/// <summary>How the silos of the cluster do, one by one, for the operator.</summary>
/// <param name="cluster">The way into the cluster.</param>
public sealed class ClusterFigures(Func<Task<IGrainFactory>> cluster)
{
    /// <summary>All that are up, by name.</summary>
    public async Task<IReadOnlyList<SiloFigures>> Read(CancellationToken ct)
    {
        var grains = await cluster().WaitAsync(ClusterSetup.AnswerWithin, ct);
        var silos = await grains.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: true);
        return [.. (await Task.WhenAll(silos.Select(s => Of(grains, s.SiloAddress)))).OrderBy(s => s.Silo, StringComparer.Ordinal)];
    }

    private static async Task<SiloFigures> Of(IGrainFactory grains, SiloAddress silo)
    {
        RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
        return await grains.GetGrain<IFiguresGrain>(silo.ToParsableString()).Read();
    }
}

/// <summary>One of these is on each silo and reads what is told of that process.</summary>
[Alias("hub.figures")]
public interface IFiguresGrain : IGrainWithStringKey
{
    /// <summary>The figures of the silo that it is on.</summary>
    [Alias("read")]
    Task<SiloFigures> Read();
}
