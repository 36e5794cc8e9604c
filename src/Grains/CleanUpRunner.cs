using Hub.Contracts;
using Hub.Domain.Cases;
using Hub.Domain.Deletion;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>
/// The nightly run: sends each case whose time is over into its area's turn, which alone decides. Every node may run it, for a case's command
/// has the same id on all of them and the turn counts how many it has let go in a night.
/// </summary>
public sealed class CleanUpRunner(IEventLog log, IDeletables deletables, ITenantDirectory directory, IBoligomraader areas)
{
    /// <summary>Months differ in length: a case is looked for a little early, and its own date decides.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(3);

    public async Task Run(CancellationToken ct)
    {
        foreach (var omraade in directory.Tenants.SelectMany(t => t.Omraader).Select(directory.Omraade).OfType<Omraade>())
        {
            var stream = new StreamKey(omraade.Tenant, omraade.Id);
            foreach (var due in await Due(omraade, TimeSpan.Zero, (2 * omraade.Slettefrister.Regler.MostPerNight) + 100, ct))
            {
                await areas.Execute(Nobody.In(stream), new Request(CommandIds.Of(stream, due.Case), [], new CleanUpCase(due.Case.CaseId)), ct);
            }
        }
    }

    /// <summary>What the run will come to within some time, the soonest first, if nothing happens before.</summary>
    public async Task<IReadOnlyList<DueCleanUp>> Due(Omraade omraade, TimeSpan ahead, int most, CancellationToken ct)
    {
        var until = (await log.NextDeadline(ct)).Now + ahead;
        var found = await deletables.Find(new StreamKey(omraade.Tenant, omraade.Id), Limits(omraade.Slettefrister, until), most, ct);
        return [.. found.Select(c => new DueCleanUp(c, omraade.Slettefrister.Due(c))).Where(d => d.Due <= until).OrderBy(d => d.Due).ThenBy(d => d.Case.Number)];
    }

    private static IReadOnlyList<DeletableLimit> Limits(Slettefrister frister, DateTimeOffset until) =>
    [
        .. from category in Enum.GetValues<Category>()
           from outcome in OutcomeRules.For(category).Select(o => (Outcome?)o).Append(Outcome.Bortfaldet).Append(null)
           select new DeletableLimit(category, outcome, until.AddMonths(-frister.Months(category, outcome)) + Slack),
    ];
}

/// <summary>A case that the nightly run will let go, and when.</summary>
public sealed record DueCleanUp(DeletableCase Case, DateTimeOffset Due);
