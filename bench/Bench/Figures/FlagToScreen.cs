using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>From the moment a flag is sent until the last of many watching clients has been told of it; one writer.</summary>
internal static class FlagToScreen
{
    public static Task<IReadOnlyList<Figure>> Ten(BenchSite site, Pace pace) => Measure(site, pace, 10, Bar.AtMost(2));

    public static Task<IReadOnlyList<Figure>> Hundred(BenchSite site, Pace pace) => Measure(site, pace, 100, null);

    private static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace, int watchers, Bar? median)
    {
        using var clients = new Clients();
        var omraader = await site.Ground.NewOmraader($"Skærm {watchers}", pace.Rounds);
        var pairs = await pace.Pairs(
            (round, length) => Hub(site.Hub.Address, clients, omraader[round], watchers, length), (round, length) => Floor(site, clients, omraader[round], watchers, length));
        var tooSlow = await FlagRate.OfFloor(site, pace) < FlagRate.LeastFloor;
        Figure[] figures = [.. median is null ? [] : new[] { Of(50, median) }, Of(95, Bar.AtMost(3))];
        return [.. figures.Select(f => f with { Void = tooSlow })];

        Figure Of(int percent, Bar bar) => Figure.Ratio(
            $"flag to the last of {watchers} clients, p{percent}", bar,
            ("Hub ms", [.. pairs.Select(p => Samples.Percentile(p.One, percent))]), ("floor ms", [.. pairs.Select(p => Samples.Percentile(p.Other, percent))]));
    }

    /// <summary>How long each took at a Hub; milliseconds.</summary>
    public static async Task<IReadOnlyList<double>> Hub(Uri hub, Clients clients, Guid omraade, int watchers, TimeSpan length)
    {
        using var writer = await Person.SignIn(hub, "ejendom");
        using var other = await Person.SignIn(hub, "ejendomsleder");
        await clients.Connect(hub, watchers, [await writer.WatchFrom(omraade), await other.WatchFrom(omraade)]);
        var times = await clients.Flag(hub, writer.Token, omraade, length);
        await clients.Close();
        return times;
    }

    private static async Task<IReadOnlyList<double>> Floor(BenchSite site, Clients clients, Guid omraade, int watchers, TimeSpan length)
    {
        await clients.Connect(site.Floor.Address, watchers, [new Watching("", omraade, "", 0)]);
        var times = await clients.Flag(site.Floor.Address, "", omraade, length);
        await clients.Close();
        return times;
    }
}
