using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Hub.Storage;

/// <summary>
/// What Hub tells of how it runs: one meter and one source of traces for all of it. Kinds, outcomes and numbers; never an id, a name,
/// a text or which boligorganisation it was. <c>docs/operations.md</c> lists what there is.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of both.</summary>
    public const string Name = "Hub";

    /// <summary>Where every instrument of Hub is made.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>Where every trace of Hub begins.</summary>
    public static ActivitySource Traces { get; } = new(Name);
}

/// <summary>A number that this process keeps and tells when it is asked.</summary>
public sealed class Tally
{
    private long value;

    /// <summary>One that goes up and down, or only up.</summary>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">What is counted, in braces.</param>
    /// <param name="description">What it means.</param>
    public Tally(string name, string unit, string description) => Telemetry.Meter.CreateObservableUpDownCounter(name, () => Value, unit, description);

    /// <summary>Where it stands.</summary>
    public long Value => Interlocked.Read(ref value);

    /// <summary>Moves it.</summary>
    public void Add(long more) => Interlocked.Add(ref value, more);
}
