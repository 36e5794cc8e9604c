using Hub.Web.Tests.Durability;

namespace Hub.Faults.Tests.Cluster;

/// <summary>Everything that goes wrong, while people work.</summary>
internal sealed class Nemeses(Site site, Action<string> tell)
{
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>Each once: one node is frozen meanwhile for twenty seconds, and its locks and live connections with it.</summary>
    public async Task Round()
    {
        var frozen = Freeze(site.Node(1), "node 1", TimeSpan.FromSeconds(20));
        await Kill(0);
        await CutSockets();
        await frozen;
        await RestartPostgres();
        await DropWakeUps();
        await Terminate(site.Nodes - 1);
        await Kill(1);
        for (var silo = 0; silo < site.Silos; silo++)
        {
            await RoundOfSilo(silo);
        }

        if (site.Silos > 0)
        {
            await KillAllSilos();
        }

        await Task.Delay(Breath);
    }

    /// <summary>Its areas go on elsewhere each time.</summary>
    private async Task RoundOfSilo(int n)
    {
        tell($"silo {n} is killed");
        await site.Silo(n).Kill();
        await Task.Delay(Breath);
        await site.StartSilo(n);
        tell($"silo {n} is told to stop");
        await site.Silo(n).Terminate();
        await site.Silo(n).Exit();
        await site.StartSilo(n);
        await Freeze(site.Silo(n), $"silo {n}", TimeSpan.FromSeconds(20));
        // It has been taken for dead meanwhile, and ends itself when it hears of it.
        await Task.Delay(Breath);
        await site.Silo(n).Kill();
        await site.StartSilo(n);
    }

    /// <summary>As when the power goes: none is left to declare the others dead, and the first that comes back comes back alone.</summary>
    private async Task KillAllSilos()
    {
        tell("all silos are killed");
        await Task.WhenAll(Enumerable.Range(0, site.Silos).Select(n => site.Silo(n).Kill()));
        for (var silo = 0; silo < site.Silos; silo++)
        {
            await site.StartSilo(silo);
        }
    }

    private async Task Kill(int n)
    {
        tell($"node {n} is killed");
        await site.Node(n).Kill();
        await site.StartNode(n);
    }

    private async Task Terminate(int n)
    {
        tell($"node {n} is told to stop");
        await site.Node(n).Terminate();
        await site.Node(n).Exit();
        await site.StartNode(n);
    }

    private async Task Freeze(HubProcess process, string name, TimeSpan length)
    {
        tell($"{name} is frozen");
        await process.Freeze();
        await Task.Delay(length);
        await process.Thaw();
        tell($"{name} goes on");
    }

    private async Task CutSockets()
    {
        for (var i = 0; i < 5; i++)
        {
            tell("all sockets are cut");
            await site.Haproxy.Cut(TimeSpan.FromSeconds(2));
            await Task.Delay(Breath);
        }
    }

    private async Task RestartPostgres()
    {
        tell("PostgreSQL is restarted");
        await site.Postgres.Restart();
        await Task.Delay(Breath);
    }

    /// <summary>Whoever sends or listens is thrown out, and what was under way is lost.</summary>
    private async Task DropWakeUps()
    {
        tell("wake-ups are dropped");
        for (var i = 0; i < 10; i++)
        {
            await site.Database.Run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'hub wake-ups'");
            await Task.Delay(200);
        }
    }
}
