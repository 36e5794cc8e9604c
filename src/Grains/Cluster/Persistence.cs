using Hub.Storage;
using Orleans.Runtime;

namespace Hub.Grains.Cluster;

/// <summary>Sends a call again while the cluster is finding out that a silo is gone. What the area itself answered, an exception too, is an answer.</summary>
internal sealed class Persistence(TimeProvider time)
{
    /// <summary>Longer than it takes to declare a silo dead and to wake its areas elsewhere.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <exception cref="StoreBusyException">The cluster did not answer in time; the call may still be carried out.</exception>
    public async Task<(T Result, int Tries)> Call<T>(Func<Task<T>> call, CancellationToken ct)
    {
        var (started, wait) = (time.GetTimestamp(), FirstWait);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return (await call(), tries);
            }
            catch (Exception e) when (IsPassing(e))
            {
                if (time.GetElapsedTime(started) > Patience)
                {
                    throw new StoreBusyException("The cluster does not answer.", e);
                }

                await Task.Delay(wait, time, ct);
                wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
            }
        }
    }

    /// <summary>The message did not come through, or nobody knows whether it did.</summary>
    private static bool IsPassing(Exception e) => e is TimeoutException or OrleansException or Microsoft.AspNetCore.Connections.ConnectionAbortedException;
}
