using System.Diagnostics;

namespace Hub.Bench.Statistics;

/// <summary>Writers who each send one thing after the other.</summary>
internal static class Load
{
    /// <summary>How many were answered in a second.</summary>
    /// <param name="writers">How many send at a time.</param>
    /// <param name="length">Nothing is sent after it; what is under way is waited for, and counts, as does its time.</param>
    /// <param name="send">The writer's n-th.</param>
    public static async Task<double> PerSecond(int writers, TimeSpan length, Func<int, int, Task> send)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var n = 0;
            for (; clock.Elapsed < length; n++)
            {
                await send(writer, n);
            }

            return n;
        })));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    /// <summary>How long each took, one after the other; milliseconds.</summary>
    public static async Task<IReadOnlyList<double>> Times(TimeSpan length, Func<int, Task> act)
    {
        var (clock, times) = (Stopwatch.StartNew(), new List<double>());
        for (var n = 0; clock.Elapsed < length; n++)
        {
            times.Add(await Time(() => act(n)));
        }

        return times;
    }

    public static async Task<double> Time(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
