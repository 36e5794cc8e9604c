using Hub.Contracts;
using Hub.Grains;
using Hub.Silo.Cluster;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Hub.Cluster.Tests;

/// <summary>What falls due is sent in one place, whichever silos ask for it, and somewhere else when that place is gone.</summary>
public sealed class DeadlineTests
{
    [Fact]
    public async Task Deadlines_are_met_once_in_one_place_and_go_on_elsewhere()
    {
        await using var ground = await Ground.Create();
        await using var silos = await TestSilos.Start(ground, 2);
        await using var area = await ground.NewArea((area, _) => silos.Engine(area));
        var management = silos.Cluster.Client.GetGrain<IManagementGrain>(0);

        await Missed(await area.Ejendom.Flag());
        var place = Assert.Single(await Places());
        await silos.Cluster.StopSiloAsync(silos.At(place));
        await Missed(await area.Ejendom.Flag());

        Assert.NotEqual(place, Assert.Single(await Places()));
        Assert.Equal(2, (await area.Log()).Count(r => r.Event is CaseTargetMissed));

        // Nobody takes a case; then every silo sees to it that deadlines are met.
        async Task Missed(Guid caseId)
        {
            var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            foreach (var silo in silos.Cluster.GetActiveSilos())
            {
                silos.Cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<CommitSignal>().Committed += (_, _, _) => met.TrySetResult();
            }

            ground.Time.Advance(TimeSpan.FromDays(14));
            foreach (var silo in silos.Cluster.GetActiveSilos())
            {
                await silos.Cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<IGrainFactory>().GetGrain<IDeadlinesGrain>(0).StayAwake();
            }

            await met.Task;
            Assert.Contains(await area.Log(), r => r.Event is CaseTargetMissed missed && missed.CaseId == caseId);
        }

        async Task<IEnumerable<SiloAddress>> Places() =>
            (await management.GetDetailedGrainStatistics()).Where(g => g.GrainId.Type.ToString() == "deadlines").Select(g => g.SiloAddress);
    }
}
