using Hub.Grains;

namespace Hub.Web.Features.Drift;

/// <summary>The silos that carry areas for this process.</summary>
internal interface ISilos
{
    /// <summary>How each does; none in the default edition, and none while the cluster does not answer.</summary>
    Task<IReadOnlyList<SiloFigures>> Read(CancellationToken ct);
}

/// <summary>This process carries its areas itself.</summary>
internal sealed class NoSilos : ISilos
{
    public Task<IReadOnlyList<SiloFigures>> Read(CancellationToken ct) => Task.FromResult<IReadOnlyList<SiloFigures>>([]);
}
