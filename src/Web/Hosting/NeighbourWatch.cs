using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Hosting;

/// <summary>Minds the other processes on the same database for as long as this one serves.</summary>
internal sealed partial class NeighbourWatch(
    IWakeUps wakeUps, CommitSignal signal, ITenantDirectory directory, Readiness readiness, ILogger<NeighbourWatch> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReached.WaitAsync(stoppingToken);
        await new Neighbours(wakeUps, signal, directory, e => Broken(logger, e.Message), e => NotFollowed(logger, e)).Run(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wake-ups from other nodes are interrupted: {Reason}")]
    private static partial void Broken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tenants' streams could not be looked at; it is tried again")]
    private static partial void NotFollowed(ILogger logger, Exception e);
}
