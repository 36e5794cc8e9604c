using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>
/// Sends what is due by the database's clock into the areas' turns. Several nodes may run it: a deadline's command id is the same on all of them.
/// </summary>
public sealed class DeadlineRunner(IEventLog log, IBoligomraader areas, Action<Exception> report)
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(2);

    /// <summary>Runs until cancelled.</summary>
    public async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var (fired, failing) = await Round(ct);
                if (failing > 0)
                {
                    await Task.Delay(LongestSleep, ct);
                }
                else if (fired < MostAtOnce)
                {
                    await Task.Delay(await UntilNext(ct), ct);
                }
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                report(e);
                await Task.Delay(LongestSleep, ct).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Fires what is due now; returns how many could be. An area where one could not waits for the next time, and holds up no other.</summary>
    public async Task<int> FireDue(CancellationToken ct) => (await Round(ct)).Fired;

    private async Task<(int Fired, int Failing)> Round(CancellationToken ct)
    {
        var (fired, failing) = (0, new HashSet<StreamKey>());
        for (var most = MostAtOnce; ; most += MostAtOnce)
        {
            var due = await log.ReadDueDeadlines(most, ct);
            foreach (var (stream, deadline) in due.Where(d => !failing.Contains(d.Stream)))
            {
                try
                {
                    await areas.Execute(Nobody.In(stream), new Request(CommandIds.Of(stream, deadline), [], new MeetDeadline(deadline)), ct);
                    fired++;
                }
                catch (Exception e) when (!ct.IsCancellationRequested)
                {
                    failing.Add(stream);
                    report(e);
                }
            }

            // Those of a failing area stay, and would hide the ones behind them.
            if (failing.Count == 0 || due.Count < most)
            {
                return (fired, failing.Count);
            }
        }
    }

    private async Task<TimeSpan> UntilNext(CancellationToken ct)
    {
        var (next, now) = await log.NextDeadline(ct);
        var wait = (next ?? DateTimeOffset.MaxValue) - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep;
    }
}
