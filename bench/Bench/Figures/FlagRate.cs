using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>How many flags eight writers get acknowledged in a second.</summary>
internal static class FlagRate
{
    /// <summary>A floor that is slower than this is a machine that says nothing.</summary>
    public const double LeastFloor = 400;

    public const int Writers = 8;

    private static readonly string[] Roles = ["ejendom", "ejendomsleder", "boligsocial", "leder"];

    public static Task<IReadOnlyList<Figure>> EightAreas(BenchSite site, Pace pace) => Measure(site, pace, Writers, "8 areas", Bar.AtLeast(0.5));

    public static Task<IReadOnlyList<Figure>> OneArea(BenchSite site, Pace pace) => Measure(site, pace, 1, "one area", Bar.AtLeast(0.4));

    private static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace, int areas, string where, Bar bar)
    {
        var omraader = await site.Ground.NewOmraader($"Flag {areas}", areas * pace.Rounds);
        var pairs = await pace.Pairs(
            (round, length) => Hub(site.Hub.Address, omraader[(round * areas)..((round + 1) * areas)], length),
            (round, length) => Floor(site, omraader[(round * areas)..((round + 1) * areas)], length));
        return
        [
            Figure.Ratio(
                $"flags per second, {Writers} writers on {where}", bar, ("Hub /s", [.. pairs.Select(p => p.One)]), ("floor /s", [.. pairs.Select(p => p.Other)]))
                with { Void = pairs.Any(p => p.Other < LeastFloor) },
        ];
    }

    /// <summary>How many a Hub acknowledges.</summary>
    public static async Task<double> Hub(Uri hub, List<Guid> omraader, TimeSpan length)
    {
        var writers = new List<Person>();
        for (var i = 0; i < Writers; i++)
        {
            writers.Add(await Person.SignIn(hub, Roles[i % Roles.Length]));
        }

        return await Rate(writers, omraader, length);
    }

    /// <summary>What the floor does in a second, warm: whether what is measured against it says anything.</summary>
    public static Task<double> OfFloor(BenchSite site, Pace pace) => pace.Warm(length => Floor(site, [Guid.NewGuid()], length));

    private static Task<double> Floor(BenchSite site, List<Guid> omraader, TimeSpan length) =>
        Rate([.. Enumerable.Range(0, Writers).Select(_ => Person.Anyone(site.Floor.Address))], omraader, length);

    private static async Task<double> Rate(List<Person> writers, List<Guid> omraader, TimeSpan length)
    {
        var rate = await Load.PerSecond(writers.Count, length, (writer, n) => writers[writer].Flag(omraader[writer % omraader.Count], (n * Writers) + writer));
        writers.ForEach(w => w.Dispose());
        return rate;
    }
}
