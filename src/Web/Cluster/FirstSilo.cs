using Hub.Grains.Cluster;
using Hub.Web.Hosting;

namespace Hub.Web.Cluster;

/// <summary>Nobody is served, and no erasure is done again, before a silo is there to do it.</summary>
internal sealed class FirstSilo(ClusterLink link) : IBeforeServing
{
    public Task Prepare(CancellationToken ct) => link.There.WaitAsync(ct);
}
