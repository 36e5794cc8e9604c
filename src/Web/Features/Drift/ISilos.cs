using Hub.Grains;

namespace Hub.Web.Features.Drift;

/// <summary>The silos that carry areas for this process.</summary>
internal interface ISilos
{
    /// <summary>How each does; none in the default edition, null while the cluster does not answer.</summary>
    Task<IReadOnlyList<SiloState>?> Read(CancellationToken ct);
}

/// <summary>This process carries its areas itself.</summary>
internal sealed class NoSilos : ISilos
{
    public Task<IReadOnlyList<SiloState>?> Read(CancellationToken ct) => Task.FromResult<IReadOnlyList<SiloState>?>([]);
}
