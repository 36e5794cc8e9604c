using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>
/// The other processes on the same database: tells them what was committed here, and looks at what they have committed. The
/// tenants' streams are also looked at unasked, so that a lost wake-up delays a right by a second and no more.
/// </summary>
/// <param name="wakeUps">How they wake each other.</param>
/// <param name="signal">What is committed here, and where to tell what was committed there.</param>
/// <param name="directory">Follows the tenants' streams.</param>
/// <param name="broken">Takes why wake-ups are interrupted.</param>
/// <param name="notFollowed">Takes why the tenants' streams could not be looked at; it is tried again.</param>
public sealed class Neighbours(
    IWakeUps wakeUps, CommitSignal signal, ITenantDirectory directory, Action<Exception> broken, Action<Exception> notFollowed)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Runs until cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        var following = new Coalesced(() => Follow(ct));
        void Hear(WakeUp wakeUp) => Pass(wakeUp, following);
        signal.Committed += Tell;
        wakeUps.Heard += Hear;
        try
        {
            await Task.WhenAll(wakeUps.Run(broken, ct), LookNowAndThen(following, ct));
        }
        finally
        {
            signal.Committed -= Tell;
            wakeUps.Heard -= Hear;
        }
    }

    private void Tell(StreamKey stream, Head head, IReadOnlyList<FeedRow> rows) => wakeUps.Send(new WakeUp.Moved(stream));

    private void Pass(WakeUp wakeUp, Coalesced following)
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

    private static async Task LookNowAndThen(Coalesced following, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(ct))
        {
            following.Ask();
        }
    }

    private async Task Follow(CancellationToken ct)
    {
        try
        {
            await directory.Follow(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            notFollowed(e);
        }
    }
}
