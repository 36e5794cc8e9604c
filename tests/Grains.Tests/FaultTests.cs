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
}
