using Hub.Bench.Site;
using Hub.Bench.Statistics;
using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.InProcess;

namespace Hub.Bench.Figures;

/// <summary>Commands per second at the engine, without HTTP, against rows of the same size by pgbench with as many clients.</summary>
internal static class EngineRate
{
    private const int Writers = 64;
    private const int Areas = 200;

    public static async Task<IReadOnlyList<Figure>> Measure(BenchSite site, Pace pace)
    {
        var (tenant, user) = (Guid.NewGuid(), Guid.NewGuid());
        await site.Ground.Tell(tenant, new CreateTenant("taellebo", "Tællebo"));
        var omraader = new List<Guid>();
        for (var i = 0; i < Areas; i++)
        {
            omraader.Add(await site.Ground.NewOmraade(tenant, $"Område {i + 1}", [(user, Kontor.BoligsocialtKontor, Rolle.Medarbejder)]));
        }

        var members = omraader.Select(o => site.Ground.Directory.Find(user, o)!).ToList();
        using var engine = site.Ground.NewEngine();
        await Pgbench.Prepare(site);
        var pairs = await pace.Pairs(
            (_, length) => Load.PerSecond(Writers, length, new Lives(engine, members, Writers).Next),
            (_, length) => Pgbench.Insert(site, Writers, length));
        return
        [
            Figure.Ratio(
                $"commands per second at the engine, {Writers} writers on {Areas} areas", Bar.AtLeast(0.5),
                ("Hub /s", [.. pairs.Select(p => p.One)]), ("pgbench /s", [.. pairs.Select(p => p.Other)]))
                with { Void = pairs.Any(p => p.Other == 0) },
        ];
    }

    /// <summary>What happens to cases, writer by writer: flagged, written about three times, closed; the next one in another area.</summary>
    private sealed class Lives(InProcessBoligomraader engine, IReadOnlyList<Membership> members, int writers)
    {
        private const int Steps = 5;
        private readonly Guid[] _cases = new Guid[writers];

        public async Task Next(int writer, int n)
        {
            var member = members[(writer + (n / Steps * writers)) % members.Count];
            Command command = (n % Steps) switch
            {
                0 => Commands.Flag(n),
                Steps - 1 => new CloseCase(_cases[writer], Outcome.KontaktOpnaaet, null),
                _ => Commands.Note(_cases[writer]),
            };
            var answer = await engine.Execute(member, new Request(Guid.NewGuid(), [1], command), default);
            _cases[writer] = (answer.Receipt ?? throw new InvalidOperationException($"{command.GetType().Name} was refused: {answer.Rejection!.Code}.")).CaseId ?? _cases[writer];
        }
    }
}
