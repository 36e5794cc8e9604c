using Hub.Grains;
using Hub.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Cluster;

/// <summary>Tells Web processes and other silos what was committed here, and hears what tenants' streams have moved.</summary>
internal sealed partial class SiloNeighbours(
    IWakeUps wakeUps, CommitSignal signal, ITenantDirectory directory, ILogger<SiloNeighbours> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new Neighbours(wakeUps, signal, directory, e => Broken(logger, e.Message), e => NotFollowed(logger, e)).Run(stoppingToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wake-ups from other processes are interrupted: {Reason}")]
    private static partial void Broken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tenants' streams could not be looked at; it is tried again")]
    private static partial void NotFollowed(ILogger logger, Exception e);
}
