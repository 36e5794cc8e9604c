using Hub.Bench.Figures;
using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench;

/// <summary>Something that is measured.</summary>
internal sealed record Benchmark(string Name, Func<BenchSite, Pace, Task<IReadOnlyList<Figure>>> Measure);

internal static class Benchmarks
{
    /// <summary>In this order: who signs in by the page does so before they have tens of thousands of cases, the large area is first looked at as it was made, then written to, and memory is weighed of a new process.</summary>
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("bridge", BridgePage.Measure),
        new("screen10", FlagToScreen.Ten),
        new("screen100", FlagToScreen.Hundred),
        new("flags8", FlagRate.EightAreas),
        new("flags1", FlagRate.OneArea),
        new("engine", EngineRate.Measure),
        new("cold", ColdActivation.Measure),
        new("catchup", CatchUp.Measure),
        new("history", History.Commands),
        new("idle", IdleClients.Measure),
    ];
}
