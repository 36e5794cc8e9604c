using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>What a long past costs: the same commands in an area with 100,000 events and in areas with 100, in turn.</summary>
internal static class History
{
    private const int SmallAreas = 25;

    public static async Task<IReadOnlyList<Figure>> Commands(BenchSite site, Pace pace)
    {
        var large = await site.LargeArea();
        var small = new List<Guid>();
        for (var i = 0; i < SmallAreas; i++)
        {
            small.Add(await site.Ground.NewOmraade($"Lille {i + 1}"));
            await new Past(site.Ground, small[i]).Fill(events: 100, open: 20);
        }

        var rounds = await pace.Each((_, length) => Alternate(site, large, small, length));
        return
        [
            Figure.Ratio(
                "command latency with 100,000 events against 100, p50", Bar.AtMost(1.2),
                ("100,000 ms", [.. rounds.Select(r => Samples.Median(r.Large))]), ("100 ms", [.. rounds.Select(r => Samples.Median(r.Small))])),
        ];
    }

    private static async Task<(List<double> Large, List<double> Small)> Alternate(BenchSite site, Guid large, List<Guid> small, TimeSpan length)
    {
        using var writer = await Person.SignIn(site.Hub.Address, "boligsocial");
        var (ofLarge, ofSmall) = (new List<double>(), new List<double>());
        await Load.Times(length, async n =>
        {
            ofLarge.Add(await Load.Time(() => FlagAndNote(writer, large, n)));
            ofSmall.Add(await Load.Time(() => FlagAndNote(writer, small[n % small.Count], n)));
        });
        return (ofLarge, ofSmall);
    }

    private static async Task FlagAndNote(Person writer, Guid omraade, int n) => await writer.Note(omraade, (await writer.Flag(omraade, n)).GetProperty("caseId").GetGuid());
}
