using Hub.Grains;
using Hub.Grains.Cluster;
using Orleans;
using Orleans.Runtime;

namespace Hub.Silo.Cluster;

/// <summary>Reads what this process tells of its turns.</summary>
[GrainType("figures")]
internal sealed class FiguresGrain(ILocalSiloDetails silo) : Grain, IFiguresGrain
{
    public Task<SiloFigures> Read() => Task.FromResult(new SiloFigures(
        $"{silo.SiloAddress.Endpoint}", TurnTelemetry.Areas.Value, TurnTelemetry.Waiting.Value, TurnTelemetry.Answered.Value, TurnTelemetry.Conflicts.Value,
        TurnTelemetry.Activated.Value, TurnTelemetry.CaughtUp.Value));
}
