using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>What an area that is in use takes in a silo: (memory with so many awake after full collections − before any of them was) / so many.</summary>
internal static class AreasInMemory
{
    /// <summary>Areas that are awake before anything is weighed: what the first ones bring into memory is no area's.</summary>
    private const int First = 10;

    public static async Task<IReadOnlyList<Figure>> Measure(EditionSite site, Pace pace) =>
    [
        await Of(site.Hub(Topology.OwnSilo), pace, areas: 200, open: 20),
        await Of(site.Hub(Topology.OwnSilo), pace, areas: 10, open: 2_000),
    ];

    private static async Task<Figure> Of(Installation hub, Pace pace, int areas, int open)
    {
        var omraader = await hub.Ground.NewOmraader($"Hukommelse {open}", First + areas);
        foreach (var (n, omraade) in omraader.Index())
        {
            var cases = n < First ? 1 : open;
            await new Past(hub.Ground, omraade).Fill(events: cases, cases);
        }

        var (before, after) = (new List<double>(), new List<double>());
        for (var round = 0; round < pace.Rounds; round++)
        {
            // A process of its own each time, for areas stay awake.
            await hub.Restart();
            using var person = await Person.SignIn(hub.Web.Address, "leder");
            await Wake(person, omraader[..First]);
            before.Add(await Memory.KiloBytes(hub.Turns.Id));
            await Wake(person, omraader[First..]);
            after.Add(await Memory.KiloBytes(hub.Turns.Id));
        }

        return new Figure($"memory of an area with {open:N0} open cases in a silo, {areas} of them", "kB", null, [.. after.Zip(before, (a, b) => (a - b) / areas)])
        {
            Parts = new Dictionary<string, IReadOnlyList<double>> { ["with all, kB"] = after, ["before, kB"] = before },
        };
    }

    private static async Task Wake(Person person, List<Guid> omraader)
    {
        foreach (var omraade in omraader)
        {
            await person.WatchFrom(omraade);
        }
    }
}
