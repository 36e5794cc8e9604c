using Microsoft.Extensions.Hosting;
using Orleans;

namespace Hub.Silo.Cluster;

/// <summary>Every silo sees to it that deadlines are met somewhere.</summary>
internal sealed class DeadlineWatch(IGrainFactory grains) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            // Where it cannot be reached now, the next look or another silo's will.
            await grains.GetGrain<IDeadlinesGrain>(0).StayAwake().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
