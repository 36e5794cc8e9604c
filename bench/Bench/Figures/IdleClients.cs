using Hub.Bench.Site;
using Hub.Bench.Statistics;

namespace Hub.Bench.Figures;

/// <summary>What a client costs that watches and to whom nothing happens: (memory with 2,000 after a while and a full collection − with none) / 2,000.</summary>
internal static class IdleClients
{
    private const int Clients = 2000;
    private const int Areas = 20;
    private static readonly string[] Roles = ["ejendom", "ejendomsleder", "boligsocial", "leder"];

    public static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace)
    {
        var omraader = new List<Guid>();
        for (var i = 0; i < Areas; i++)
        {
            omraader.Add(await site.Ground.NewOmraade($"Stille {i + 1}"));
        }

        var (none, all) = (new List<double>(), new List<double>());
        for (var round = 0; round < pace.Rounds; round++)
        {
            // A process of its own each time: what earlier clients left behind would hide what these take.
            await site.RestartHub();
            using var clients = new Site.Clients();
            var watches = await Watches(site, omraader);
            await clients.Connect(site.Hub.Address, Areas * Roles.Length, watches);
            await clients.Close();
            none.Add(await Memory.KiloBytes(site.Hub.Id));
            await clients.Connect(site.Hub.Address, Clients, watches);
            await Task.Delay(pace.Rest);
            all.Add(await Memory.KiloBytes(site.Hub.Id));
            await clients.Close();
        }

        return
        [
            new Figure($"memory of an idle client, {Clients} of them", "kB", Bar.AtMost(60), [.. all.Zip(none, (a, n) => (a - n) / Clients)])
            {
                Parts = new Dictionary<string, IReadOnlyList<double>> { ["with all, kB"] = all, ["with none, kB"] = none },
            },
        ];
    }

    private static async Task<IReadOnlyList<Watching>> Watches(BenchSite site, List<Guid> omraader)
    {
        var watches = new List<Watching>();
        foreach (var role in Roles)
        {
            using var person = await Person.SignIn(site.Hub.Address, role);
            foreach (var omraade in omraader)
            {
                watches.Add(await person.WatchFrom(omraade));
            }
        }

        return watches;
    }
}
