using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>How long the first look at an area takes that has left memory: 100,000 events, 2,000 open cases. In this process, with the engine that a node has.</summary>
internal static class ColdActivation
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(11);

    public static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace)
    {
        var member = site.Ground.Member("ejendom", await site.LargeArea());
        var time = new MovableClock(DateTimeOffset.UtcNow);
        using var engine = site.Ground.NewEngine(time);
        var rounds = await pace.Each(async (_, length) =>
        {
            var times = new List<double>();
            await Load.Times(length, async _ =>
            {
                times.Add(await Load.Time(() => engine.ReadAbout(member, Guid.Empty, default)));
                time.Now += LongEnough;
                engine.LetGoOfIdle();
            });
            return Samples.Median(times);
        });
        return [new Figure("cold activation, 100,000 events and 2,000 open cases", "ms", Bar.AtMost(150), rounds)];
    }
}
