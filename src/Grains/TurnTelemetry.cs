using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>How the turns of this process go.</summary>
public static class TurnTelemetry
{
    private static readonly Histogram<double> Duration =
        Telemetry.Meter.CreateHistogram<double>("hub.command.duration", "s", "From a command's arrival at its area to its answer.");

    private static readonly Counter<long> Catchups =
        Telemetry.Meter.CreateCounter<long>("hub.catchups", "{catchup}", "Areas brought up to the end of the log, by where they came from.");

    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <summary>Commands that wait for their area's turn or are in it.</summary>
    public static Tally Waiting { get; } = new("hub.commands.waiting", "{command}", "Commands that wait for their area's turn or are in it.");

    /// <summary>Commands answered since the start.</summary>
    public static Tally Answered { get; } = new("hub.commands.answered", "{command}", "Commands answered since the start.");

    /// <summary>Decisions that were made again because somebody else wrote first.</summary>
    public static Tally Conflicts { get; } = new("hub.conflicts", "{conflict}", "Decisions that were made again because somebody else wrote first.");

    /// <summary>Times that an area was read from the log.</summary>
    public static Tally CaughtUp { get; } = new("hub.areas.caughtup", "{catchup}", "Times that an area was brought up to the end of the log.");

    /// <summary>Areas in memory.</summary>
    public static Tally Areas { get; } = new("hub.areas", "{area}", "Areas in memory.");

    /// <summary>Times that an area came into memory.</summary>
    public static Tally Activated { get; } = new("hub.areas.activated", "{activation}", "Times that an area came into memory.");

    internal static async Task<Answer> Measure(Command command, Func<Task<Answer>> execute)
    {
        var kind = Kinds.GetOrAdd(command.GetType(), t => JsonNamingPolicy.CamelCase.ConvertName(t.Name));
        using var trace = Telemetry.Traces.StartActivity("hub.command");
        var (started, outcome) = (Stopwatch.GetTimestamp(), "failed");
        Waiting.Add(1);
        try
        {
            var answer = await execute();
            outcome = answer.Rejection is { } refusal ? JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.Code.ToString()) : "accepted";
            return answer;
        }
        catch (StoreBusyException)
        {
            outcome = "busy";
            throw;
        }
        finally
        {
            Waiting.Add(-1);
            Answered.Add(1);
            trace?.SetTag("kind", kind);
            trace?.SetTag("outcome", outcome);
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new("kind", kind), new("outcome", outcome));
        }
    }

    internal static void Activate()
    {
        Areas.Add(1);
        Activated.Add(1);
    }

    internal static void CatchUp(string from)
    {
        CaughtUp.Add(1);
        Catchups.Add(1, new KeyValuePair<string, object?>("from", from));
    }
}
