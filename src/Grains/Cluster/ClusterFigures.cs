using Orleans;
using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace Hub.Grains.Cluster;

/// <summary>How the silos of the cluster do, one by one, for the operator.</summary>
/// <param name="cluster">The way into the cluster.</param>
public sealed class ClusterFigures(Func<Task<IGrainFactory>> cluster)
{
    /// <summary>All that are up, by address.</summary>
    public async Task<IReadOnlyList<SiloState>> Read(CancellationToken ct)
    {
        var grains = await cluster().WaitAsync(ClusterSetup.AnswerWithin, ct);
        var silos = await grains.GetGrain<IManagementGrain>(0).GetDetailedHosts(onlyActive: true);
        return [.. (await Task.WhenAll(silos.Select(s => Of(grains, s.SiloAddress)))).OrderBy(s => s.Silo, StringComparer.Ordinal)];
    }

    private static async Task<SiloState> Of(IGrainFactory grains, SiloAddress silo)
    {
        var address = silo.Endpoint.ToString();
        try
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
            var figures = await grains.GetGrain<IFiguresGrain>(silo.ToParsableString()).Read();
            // Where the silo has just gone, another may have answered in its place.
            return new SiloState(address, figures.Silo == address ? figures : null);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return new SiloState(address, null);
        }
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
