using System.Text.Json;
using Hub.Domain;
using Hub.Grains.Turn;
using Hub.Storage;

namespace Hub.Grains.Tests.Property;

/// <summary>Whatever happens in whatever order, a state from its snapshot and what followed is the state from the whole log.</summary>
public sealed class SnapshotEqualsLogTests
{
    private const int Steps = 150;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task A_state_from_snapshot_and_tail_is_the_state_from_the_log(int seed)
    {
        await using var area = await Area.Open();
        var random = new Random(seed);
        var walk = new RandomWalk(area, random);
        var fromSnapshots = 0;
        for (var step = 0; step < Steps; step++)
        {
            await walk.Step();
            if (step % 5 != 0)
            {
                continue;
            }

            var whole = await From(area.Store, area, NoSnapshots.Areas);
            fromSnapshots += await area.Snapshots.Load(area.Stream, default) is not null ? 1 : 0;
            Assert.Equal(Written(whole), Written(await From(area.Store, area, area.Snapshots)));
            if (random.Next(3) > 0)
            {
                area.Snapshots.Keep(area.Stream, whole, () => { });
                await area.Snapshots.Settled;
            }
        }

        Assert.True(fromSnapshots > Steps / 10, $"Only {fromSnapshots} times there was a snapshot: the walk shows too little.");
        Assert.Empty(area.SnapshotFaults);
    }

    private static Task<WorkspaceState> From(IEventLog log, Area area, AreaSnapshots snapshots) => new Catchup(area.Stream, log, snapshots).From(null, default);

    /// <summary>Everything there is in a state, secrets too, and what it is found by.</summary>
    private static string Written(WorkspaceState state) => JsonSerializer.Serialize(new
    {
        Snapshot = WorkspaceSnapshot.Of(state),
        Handovers = state.Handovers.OrderBy(h => h.Key),
        About = state.Cases.Keys.Concat(state.Matters.Keys).Concat(state.Tasks.Keys).Order().Select(id => WorkspaceSnapshot.Of(state.About(id))),
    });
}
