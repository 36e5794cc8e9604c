using System.Diagnostics;
using System.Diagnostics.Metrics;
using Hub.Storage;

namespace Hub.Web.Live;

/// <summary>How the live feed of this process goes.</summary>
internal static class LiveTelemetry
{
    private static readonly Histogram<double> Lag =
        Telemetry.Meter.CreateHistogram<double>("hub.push.lag", "s", "From when this node learnt of a commit until it was sent to a client that was there.");

    private static long lastLag;

    public static Tally Connections { get; } = new("hub.connections", "{connection}", "Open live connections.");

    public static Tally Replays { get; } = new("hub.push.replays", "{replay}", "Times that a client was sent what it had missed from the log.");

    /// <summary>The last push; null when there was none.</summary>
    public static TimeSpan? LastLag => Interlocked.Read(ref lastLag) is > 0 and var ticks ? TimeSpan.FromTicks(ticks) : null;

    /// <summary>A change was sent that this node learnt of then, in the time of <see cref="Stopwatch"/>: the writer's clock may be off.</summary>
    public static void Sent(long learntAt)
    {
        var lag = Stopwatch.GetElapsedTime(learntAt);
        Interlocked.Exchange(ref lastLag, lag.Ticks);
        Lag.Record(lag.TotalSeconds);
    }
}
