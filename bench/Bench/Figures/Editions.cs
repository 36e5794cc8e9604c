using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>What it costs that a cluster runs the turns: the same people at the cluster edition and at the default edition, in turn.</summary>
internal static class Editions
{
    private const int Watchers = 10;
    private const double MostOfMedian = 1.5;

    public static async Task<IReadOnlyList<Figure>> Screen(EditionSite site, Topology topology, Pace pace)
    {
        using var clients = new Clients();
        var pairs = await Pairs(site, topology, pace, 1, (hub, omraader, length) => FlagToScreen.Hub(hub.Web.Address, clients, omraader[0], Watchers, length));
        return [Of(50, Bar.AtMost(MostOfMedian)), Of(95, null)];

        Figure Of(int percent, Bar? bar) => Ratio(
            $"flag to the last of {Watchers} clients, p{percent}", topology, bar, "ms", [.. pairs.Select(p => (Samples.Percentile(p.One, percent), Samples.Percentile(p.Other, percent)))]);
    }

    public static async Task<IReadOnlyList<Figure>> Flags(EditionSite site, Topology topology, Pace pace, int areas, string where)
    {
        var pairs = await Pairs(site, topology, pace, areas, (hub, omraader, length) => FlagRate.Hub(hub.Web.Address, omraader, length));
        return [Ratio($"flags per second, {FlagRate.Writers} writers on {where}", topology, null, "/s", pairs)];
    }

    private static async Task<IReadOnlyList<(T One, T Other)>> Pairs<T>(
        EditionSite site, Topology topology, Pace pace, int areas, Func<Installation, List<Guid>, TimeSpan, Task<T>> measure)
    {
        var (cluster, standard) = (await Areas(topology), await Areas(Topology.InProcess));
        return await pace.Pairs(
            (round, length) => measure(site.Hub(topology), OfRound(cluster, round), length), (round, length) => measure(site.Hub(Topology.InProcess), OfRound(standard, round), length));

        Task<List<Guid>> Areas(Topology of) => site.Hub(of).Ground.NewOmraader($"{topology} {areas}", areas * pace.Rounds);

        List<Guid> OfRound(List<Guid> omraader, int round) => omraader.GetRange(round * areas, areas);
    }

    private static Figure Ratio(string name, Topology topology, Bar? bar, string unit, IReadOnlyList<(double One, double Other)> pairs) => Figure.Ratio(
        $"{name}, {(topology == Topology.OwnSilo ? "Web and a silo" : "a silo in Web")}", bar,
        ($"cluster {unit}", [.. pairs.Select(p => p.One)]), ($"in process {unit}", [.. pairs.Select(p => p.Other)]));
}
