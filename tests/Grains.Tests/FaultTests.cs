using Hub.Contracts;
using Hub.Grains.Tenants;
using Hub.Grains.Turn;
using Hub.Storage;

namespace Hub.Grains.Tests;

/// <summary>A commit whose fate is not known acts once: the command id tells.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_that_was_not_confirmed_is_looked_up_and_acts_once(bool committed)
    {
        FlakyLog? flaky = null;
        await using var area = await Area.Open(store => flaky = new FlakyLog(store));
        flaky!.LoseNextConfirmation(committed);

        var receipt = await area.Ejendom.Do(Flags.Of());

        Assert.Equal("S-0001", receipt.Number);
        Assert.Single(await area.Log());
        Assert.Equal("S-0002", (await area.Ejendom.Do(Flags.Of())).Number);
    }

    [Fact]
    public async Task A_busy_store_is_said_so_and_writes_nothing()
    {
        FlakyLog? flaky = null;
        await using var area = await Area.Open(store => flaky = new FlakyLog(store));
        flaky!.BeBusyOnce();

        await Assert.ThrowsAsync<StoreBusyException>(() => area.Ejendom.Do(Flags.Of()));

        Assert.Empty(await area.Log());
        Assert.Equal("S-0001", (await area.Ejendom.Do(Flags.Of())).Number);
    }

    [Fact]
    public async Task Where_as_many_wait_for_an_area_as_may_the_next_is_refused_at_once_and_nobody_else()
    {
        FlakyLog? flaky = null;
        var hold = new Hold();
        await using var area = await Area.Open(store => flaky = new FlakyLog(store));
        flaky!.HoldNext(hold);
        var inItsTurn = area.Ejendom.Send(Flags.Of());
        await hold.Taken;
        var waiting = Enumerable.Range(0, AreaQueue.MostWaiting).Select(_ => area.Ejendom.Send(Flags.Of())).ToList();

        var refused = area.Ejendom.Send(Flags.Of());

        Assert.True(refused.IsCompleted);
        await Assert.ThrowsAsync<StoreBusyException>(() => refused);
        hold.Release();
        Assert.All(await Task.WhenAll([inItsTurn, .. waiting]), a => Assert.NotNull(a.Receipt));
        Assert.NotNull((await area.Ejendom.Send(Flags.Of())).Receipt);
    }

    [Fact]
    public async Task Where_as_many_wait_for_the_directory_as_may_the_next_is_refused_at_once_and_nobody_else()
    {
        var hold = new Hold();
        await using var area = await Area.Open();
        var flaky = new FlakyLog(area.Store);
        using var directory = new TenantDirectory(flaky, new CommitSignal(), area.Time);
        flaky.HoldNext(hold);
        var inItsTurn = directory.Execute(
            area.Tenant, Guid.Empty, new TenantRequest(Guid.NewGuid(), [], new RevokeMembership(area.Id, area.Admin.Member.UserId)), default);
        await hold.Taken;
        var waiting = Enumerable.Range(0, TenantDirectory.MostWaiting - 1).Select(_ => directory.Follow(default)).ToList();

        var refused = directory.Follow(default);

        Assert.True(refused.IsCompleted);
        await Assert.ThrowsAsync<StoreBusyException>(() => refused);
        hold.Release();
        await Task.WhenAll(waiting);
        Assert.NotNull((await inItsTurn).Receipt);
        await directory.Follow(default);
    }
}
