using Hub.Bench.Figures;
using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench;

/// <summary>Something that is measured.</summary>
internal sealed record Benchmark<TSite>(string Name, Func<TSite, Pace, Task<IReadOnlyList<Figure>>> Measure);

internal static class Benchmarks
{
    /// <summary>In this order: who signs in by the page does so before they have tens of thousands of cases, the large area is first looked at as it was made, then written to, and memory is weighed of a new process.</summary>
    public static IReadOnlyList<Benchmark<BenchSite>> All { get; } =
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

    /// <summary>Of the cluster edition, against the default edition.</summary>
    public static IReadOnlyList<Benchmark<EditionSite>> OfCluster { get; } = [.. Of(Topology.OwnSilo, ""), .. Of(Topology.SiloInWeb, "-local"), new("areas", AreasInMemory.Measure)];

    public static IEnumerable<string> Names(bool cluster) => cluster ? OfCluster.Select(b => b.Name) : All.Select(b => b.Name);

    private static IEnumerable<Benchmark<EditionSite>> Of(Topology topology, string suffix) =>
    [
        new($"screen10{suffix}", (site, pace) => Editions.Screen(site, topology, pace)),
        new($"flags8{suffix}", (site, pace) => Editions.Flags(site, topology, pace, FlagRate.Writers, "8 areas")),
        new($"flags1{suffix}", (site, pace) => Editions.Flags(site, topology, pace, 1, "one area")),
    ];
}
