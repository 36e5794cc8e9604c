using Hub.Storage;

namespace Hub.Web.Hosting;

/// <summary>Lets go of drafts that nobody has touched for a month.</summary>
internal sealed partial class DraftSweep(IDrafts drafts, Readiness readiness, TimeProvider time, ILogger<DraftSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Every = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReached.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await drafts.Sweep(Kept, stoppingToken);
            }
            catch (StoreBusyException e)
            {
                Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old drafts were not swept; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
