using Hub.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Grains;

/// <summary>Minds the other processes on the same database for as long as this one serves: Web and silo alike.</summary>
/// <param name="wakeUps">How they wake each other.</param>
/// <param name="signal">What is committed here, and where to tell what was committed there.</param>
/// <param name="directory">Follows the tenants' streams.</param>
/// <param name="ready">Completes when this process serves.</param>
/// <param name="logger">Told what goes wrong.</param>
public sealed partial class NeighbourWatch(IWakeUps wakeUps, CommitSignal signal, ITenantDirectory directory, Task ready, ILogger<NeighbourWatch> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ready.WaitAsync(stoppingToken);
        await new Neighbours(wakeUps, signal, directory, e => Broken(logger, e.Message), e => NotFollowed(logger, e)).Run(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wake-ups from other processes are interrupted: {Reason}")]
    private static partial void Broken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tenants' streams could not be looked at; it is tried again")]
    private static partial void NotFollowed(ILogger logger, Exception e);
}
