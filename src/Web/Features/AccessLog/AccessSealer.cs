using Hub.Storage;
using Hub.Web.Hosting;

namespace Hub.Web.Features.AccessLog;

/// <summary>Chains the access log every few seconds and tells the operator's log once a day where each chain ends.</summary>
internal sealed partial class AccessSealer(IAccessLog log, Readiness readiness, TimeProvider time, ILogger<AccessSealer> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private DateTime toldOn;
    private bool isDamaged;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReached.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await log.Seal(stoppingToken);
                await TellHeads(stoppingToken);
            }
            catch (AccessLogDamagedException e)
            {
                if (!isDamaged)
                {
                    Damaged(logger, e);
                }

                isDamaged = true;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is (a busy database, a key that was taken away), Hub goes on serving and rows go on being marked.
                Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TellHeads(CancellationToken ct)
    {
        var today = time.GetUtcNow().Date;
        if (toldOn == today)
        {
            return;
        }

        foreach (var head in await log.ReadHeads(ct))
        {
            Head(logger, head.Tenant, head.Count, head.Mark);
        }

        toldOn = today;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Access log head {Tenant} {Count} {Mark}")]
    private static partial void Head(ILogger logger, Guid tenant, long count, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The access log was not chained; it is tried again")]
    private static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Somebody has been at the access log: run ./hub verify-log")]
    private static partial void Damaged(ILogger logger, Exception exception);
}
