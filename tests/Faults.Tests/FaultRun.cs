using Hub.Contracts;
using Hub.Faults.Tests.Checking;
using Hub.Faults.Tests.Cluster;
using Hub.Storage;

namespace Hub.Faults.Tests;

/// <summary>One run: people work and watch while everything goes wrong; then the history is held against the log.</summary>
internal static class FaultRun
{
    private const int Pace = 400; // milliseconds between two commands of one person

    /// <param name="atLeast">Rounds of faults begin until this time is over; there is always one.</param>
    /// <param name="tell">Hears what happens.</param>
    /// <param name="silo">The silo's program; null: the nodes run the turns.</param>
    public static async Task<Outcome> Run(TimeSpan atLeast, Action<string> tell, string? silo = null)
    {
        await using var site = await Site.Start(silo, silo is null ? 3 : 2);
        using var clients = new Clients(site.Haproxy.Address, Pace);
        await clients.Ready;
        var nemeses = new Nemeses(site, tell);
        var until = DateTime.UtcNow + atLeast;
        do
        {
            await nemeses.Round();
        }
        while (DateTime.UtcNow < until);

        tell("everybody comes to an end");
        await clients.End();
        var faults = new Checker(Clients.People, await ReadLogs(site, clients.History), Clients.Planted).Check(clients.History);
        return new Outcome(faults, clients.History.Of("answered").Count(a => a.Status < 300), clients.History.Of("applied").Count());
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Recorded>>> ReadLogs(Site site, History history)
    {
        await using var store = HubStore.Open(site.Database.Address, TenantKeyRing.Parse(site.Key), TimeProvider.System);
        var logs = new Dictionary<Guid, IReadOnlyList<Recorded>>();
        foreach (var (stream, _) in (await store.ReadHeads(default)).Where(h => history.Of("began").Any(b => b.Omraade == h.Stream.Stream)))
        {
            var log = new List<Recorded>();
            await foreach (var recorded in store.Read(stream, 0, default))
            {
                log.Add(recorded);
            }

            logs[stream.Stream] = log;
        }

        return logs;
    }
}

/// <summary>What came of a run.</summary>
internal sealed record Outcome(IReadOnlyList<string> Faults, int Acknowledged, int Applied);
