using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hub.Storage;

/// <summary>How long appends take and what becomes of them.</summary>
internal static class AppendTelemetry
{
    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram<double>("hub.append.duration", "s", "From an append's order to its commit, the wait in the queue included.");

    internal static async Task<AppendResult> Measure(int events, Func<Task<AppendResult>> append)
    {
        using var trace = Telemetry.Traces.StartActivity("hub.append");
        trace?.SetTag("events", events);
        var (started, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var result = await append();
            outcome = result == AppendResult.Done ? "done" : "conflict";
            return result;
        }
        catch (Exception e)
        {
            outcome = e is StoreBusyException ? "busy" : e is CommitUnknownException ? "unknown" : "failed";
            throw;
        }
        finally
        {
            trace?.SetTag("outcome", outcome);
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("outcome", outcome));
        }
    }
}
