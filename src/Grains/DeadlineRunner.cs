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
                if (await FireDue(ct) < MostAtOnce)
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

    /// <summary>Fires everything due now; returns how many there were.</summary>
    public async Task<int> FireDue(CancellationToken ct)
    {
        var due = await log.ReadDueDeadlines(MostAtOnce, ct);
        foreach (var (stream, deadline) in due)
        {
            await areas.Execute(Nobody.In(stream), new Request(CommandIds.Of(stream, deadline), [], new MeetDeadline(deadline)), ct);
        }

        return due.Count;
    }

    private async Task<TimeSpan> UntilNext(CancellationToken ct)
    {
        var (next, now) = await log.NextDeadline(ct);
        var wait = (next ?? DateTimeOffset.MaxValue) - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestSleep ? wait : LongestSleep;
    }
}
