using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Hosting;

/// <summary>What is done once a night, and in the morning by a Hub that was switched off: old cases go, erasures are checked, keys' traces overwritten.</summary>
internal sealed partial class NightlyRun(
    CleanUpRunner cleanUp, ErasureReplay replay, IErasures erasures, Readiness readiness, TimeProvider time, ILogger<NightlyRun> logger) : BackgroundService
{
    /// <summary>UTC: three or four in the morning in Denmark.</summary>
    private const int Hour = 2;
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private DateTime ranOn;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReached.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await RunOnce(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunOnce(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (now.Hour < Hour || ranOn == now.Date)
        {
            return;
        }

        await cleanUp.Run(ct);
        await replay.Run(ct);
        await erasures.TendKeys(ct);
        ranOn = now.Date;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The nightly run did not come through; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);
}
