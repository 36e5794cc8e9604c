using Hub.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Silo.Cluster;

/// <summary>Comes before the silo starts: it finds the others, and its grains' state, in tables of this schema.</summary>
internal sealed partial class Migration(HubStore store, ILogger<Migration> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.MigrateOnceThere(reason => Waiting(logger, reason), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer yet: {Reason}")]
    private static partial void Waiting(ILogger logger, string reason);
}
