using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;

namespace Hub.Web.Hosting;

/// <summary>
/// The other nodes on the same database: tells them what was committed here, and looks at what they have committed. The
/// tenants' streams are also looked at unasked, so that a lost wake-up delays a right by a second and no more.
/// </summary>
internal sealed partial class Neighbours : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly IWakeUps wakeUps;
    private readonly CommitSignal signal;
    private readonly ITenantDirectory directory;
    private readonly Readiness readiness;
    private readonly ILogger<Neighbours> logger;
    private readonly Coalesced following;
    private CancellationToken stopping;

    public Neighbours(IWakeUps wakeUps, CommitSignal signal, ITenantDirectory directory, Readiness readiness, ILogger<Neighbours> logger)
    {
        (this.wakeUps, this.signal, this.directory, this.readiness, this.logger) = (wakeUps, signal, directory, readiness, logger);
        following = new Coalesced(Follow);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        stopping = stoppingToken;
        await readiness.WhenReached.WaitAsync(stoppingToken);
        signal.Committed += Tell;
        wakeUps.Heard += Hear;
        try
        {
            await Task.WhenAll(wakeUps.Run(e => Broken(logger, e.Message), stoppingToken), LookNowAndThen(stoppingToken));
        }
        finally
        {
            signal.Committed -= Tell;
            wakeUps.Heard -= Hear;
        }
    }

    private void Tell(StreamKey stream, Head head) => wakeUps.Send(new WakeUp.Moved(stream));

    private void Hear(WakeUp wakeUp)
    {
        if (wakeUp is WakeUp.Everything or WakeUp.Moved { Stream.IsTenant: true })
        {
            following.Ask();
        }

        if (wakeUp is WakeUp.Everything or WakeUp.Moved { Stream.IsTenant: false })
        {
            signal.Stir((wakeUp as WakeUp.Moved)?.Stream);
        }
    }

    private async Task LookNowAndThen(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(ct))
        {
            following.Ask();
        }
    }

    private async Task Follow()
    {
        try
        {
            await directory.Follow(stopping);
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            NotFollowed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wake-ups from other nodes are interrupted: {Reason}")]
    private static partial void Broken(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The tenants' streams could not be looked at; it is tried again")]
    private static partial void NotFollowed(ILogger logger, Exception e);
}
