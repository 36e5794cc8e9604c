using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Web.Features.Drift;
using Orleans.Runtime;

namespace Hub.Web.Cluster;

/// <summary>The silos of the cluster that this process belongs to.</summary>
internal sealed class ClusterSilos(ClusterFigures figures) : ISilos
{
    public async Task<IReadOnlyList<SiloState>?> Read(CancellationToken ct)
    {
        try
        {
            return await figures.Read(ct);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            return null;
        }
    }
}
