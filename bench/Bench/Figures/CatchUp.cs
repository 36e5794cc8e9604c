using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>Clients whose connection was gone for two seconds, in a small and in a large area: how soon nothing is missing, and what it cost.</summary>
internal static class CatchUp
{
    private const int Watchers = 50;
    private const int Few = 20;
    private const int Many = 200;
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace)
    {
        var (large, small) = (await site.LargeArea(), await site.Ground.NewOmraade("Lille bane"));
        using var clients = new Clients();
        var rounds = new List<(Outcome LargeFew, Outcome SmallFew, Outcome SmallMany)>();
        await Drop(site, clients, small, Few);
        for (var round = 0; round < pace.Rounds; round++)
        {
            rounds.Add((await Drop(site, clients, large, Few), await Drop(site, clients, small, Few), await Drop(site, clients, small, Many)));
        }

        return
        [
            new Figure($"catch-up of {Watchers} clients after {Gone.TotalSeconds} s and {Many} changes, p95", "ms", Bar.AtMost(500), [.. rounds.Select(r => r.SmallMany.P95)]),
            new Figure($"catch-up of {Watchers} clients after {Gone.TotalSeconds} s in the area with 100,000 events, {Few} changes, p95", "ms", Bar.AtMost(500), [.. rounds.Select(r => r.LargeFew.P95)]),
            Figure.Ratio(
                $"bytes of a catch-up of {Few} changes, large area against small", Bar.AtMost(1.1),
                ("large bytes", [.. rounds.Select(r => r.LargeFew.Bytes)]), ("small bytes", [.. rounds.Select(r => r.SmallFew.Bytes)])),
            Figure.Ratio(
                $"bytes of a catch-up of {Many} changes against {Few}", Bar.AtMost((double)Many / Few),
                ($"{Many} bytes", [.. rounds.Select(r => r.SmallMany.Bytes)]), ($"{Few} bytes", [.. rounds.Select(r => r.SmallFew.Bytes)])),
        ];
    }

    private static async Task<Outcome> Drop(BenchSite site, Clients clients, Guid omraade, int changes)
    {
        using var writer = await Person.SignIn(site.Hub.Address, "ejendom");
        await clients.Connect(site.Hub.Address, Watchers, [await writer.WatchFrom(omraade)]);
        await clients.Drop();
        var gone = Task.Delay(Gone);
        for (var i = 0; i < changes; i++)
        {
            await writer.Flag(omraade, i);
        }

        await gone;
        var back = await clients.CatchUp();
        await clients.Close();
        if (back.FirstOrDefault(c => c.Changes != changes) is { } wrong)
        {
            throw new InvalidOperationException($"A client was told {wrong.Changes} of {changes} changes.");
        }

        return new Outcome(Samples.Percentile([.. back.Select(c => c.Ms)], 95), Samples.Median([.. back.Select(c => (double)c.Bytes)]));
    }

    private sealed record Outcome(double P95, double Bytes);
}
