using Hub.Contracts;
using Hub.Grains.Turn;
using Microsoft.Data.Sqlite;

namespace Hub.Grains.Tests;

/// <summary>Areas come into memory without their whole history, and leave it again.</summary>
public sealed class SnapshotTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task After_many_events_an_area_starts_from_what_was_kept_in_the_background()
    {
        await using var area = await Area.Open();
        await Task.WhenAll(Enumerable.Range(0, SnapshotKeeper.Fewest).Select(_ => area.Ejendom.Do(Flags.Of())));
        await area.Snapshots.Settled;
        var log = new FlakyLog(area.Store);

        var workspace = await area.NewEngine(log).ReadWorkspace(area.Ejendom.Member, default);

        Assert.Equal(SnapshotKeeper.Fewest, workspace.Staff!.Cases.Count);
        Assert.True(Assert.Single(log.ReadsAfter) >= SnapshotKeeper.Fewest - 1, "The log was read from its beginning.");
    }

    [Fact]
    public async Task An_area_that_leaves_memory_is_kept_and_comes_back_the_same()
    {
        await using var area = await Area.Open();
        for (var i = 0; i < SnapshotKeeper.FewestOnLeaving; i++)
        {
            await area.Ejendom.Flag(beboer: Flags.Proevesen);
        }

        var engine = (Hub.Grains.InProcess.InProcessBoligomraader)area.Engine;
        area.Time.Advance(LongEnough);
        engine.LetGoOfIdle();
        await area.Snapshots.Settled;
        var kept = await area.Snapshots.Load(area.Stream, default);

        Assert.Equal((0, SnapshotKeeper.FewestOnLeaving), (engine.InMemory, kept!.Seq));
        Assert.Equal("Prøve Prøvesen", (await area.Ejendom.Workspace()).Cases[^1].Identity!.Name);
    }

    [Fact]
    public async Task An_area_that_was_only_read_leaves_memory_too()
    {
        await using var area = await Area.Open();
        var engine = (Hub.Grains.InProcess.InProcessBoligomraader)area.Engine;
        await area.Ejendom.Workspace();
        Assert.Equal(1, engine.InMemory);

        area.Time.Advance(LongEnough - TimeSpan.FromSeconds(1));
        engine.LetGoOfIdle();
        Assert.Equal(1, engine.InMemory);
        area.Time.Advance(TimeSpan.FromSeconds(1));
        engine.LetGoOfIdle();

        Assert.Equal(0, engine.InMemory);
    }

    [Fact]
    public async Task An_area_with_few_new_events_writes_nothing_when_it_leaves()
    {
        await using var area = await Area.Open();
        await area.Ejendom.Flag();
        area.Time.Advance(LongEnough);

        ((Hub.Grains.InProcess.InProcessBoligomraader)area.Engine).LetGoOfIdle();
        await area.Snapshots.Settled;

        Assert.Null(await area.Snapshots.Load(area.Stream, default));
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_read_is_reported_without_what_it_held_and_the_log_serves()
    {
        await using var area = await Area.Open();
        await area.Ejendom.Flag(beboer: Flags.Proevesen);
        await Keep(area);
        await Run(area, "update snapshots set data = x'0102030405'");

        var workspace = await area.NewEngine().ReadWorkspace(area.Ejendom.Member, default);

        Assert.Equal("Prøve Prøvesen", Assert.Single(workspace.Staff!.Cases).Identity!.Name);
        Assert.DoesNotContain("Prøve", Assert.Single(area.SnapshotFaults).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_that_outlives_a_restore_decides_on_the_log_that_is_there()
    {
        await using var area = await Area.Open();
        for (var i = 0; i < 4; i++)
        {
            await area.Ejendom.Flag();
        }

        await TakeBackTo(area, seq: 2);
        var receipt = await area.Ejendom.Do(Flags.Of());

        Assert.Equal(("S-0003", 3), (receipt.Number, receipt.Seq));
        Assert.Equal(["S-0001", "S-0002", "S-0003"], (await area.Ejendom.Workspace()).Cases.Select(c => c.Number));
    }

    [Fact]
    public async Task A_snapshot_of_a_history_that_was_taken_back_is_not_used()
    {
        await using var area = await Area.Open();
        for (var i = 0; i < 3; i++)
        {
            await area.Ejendom.Flag(Category.Stoej);
        }

        await Keep(area);
        await TakeBackTo(area, seq: 1);
        var elsewhere = area.NewEngine();
        for (var i = 0; i < 3; i++)
        {
            await area.Ejendom.Send(Flags.Of(Category.Aeldre), via: elsewhere);
        }

        var cases = (await area.NewEngine().ReadWorkspace(area.Ejendom.Member, default)).Staff!.Cases;

        Assert.Equal([Category.Stoej, Category.Aeldre, Category.Aeldre, Category.Aeldre], cases.Select(c => c.Category!.Value));
    }

    private static async Task Keep(Area area)
    {
        area.Snapshots.Keep(area.Stream, await new Catchup(area.Stream, area.Store, NoSnapshots.Areas).From(null, default), () => { });
        await area.Snapshots.Settled;
    }

    private static async Task TakeBackTo(Area area, long seq)
    {
        await Run(area, $"delete from events where seq > {seq} and type = 'caseFlagged'");
        await Run(area, $"update heads set seq = {seq} where tenant <> stream");
    }

    private static Task Run(Area area, string sql) => area.Store.Sqlite!.Writer.Run((connection, transaction) =>
    {
        using var command = new SqliteCommand(sql, connection, transaction);
        return command.ExecuteNonQuery();
    });
}
