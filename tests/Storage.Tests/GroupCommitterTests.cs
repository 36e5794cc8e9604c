using Hub.Storage.Keys;
using Hub.Storage.Postgres;

namespace Hub.Storage.Tests;

public sealed class GroupCommitterTests
{
    [Fact]
    public async Task Where_as_many_wait_as_may_the_next_is_refused_at_once_and_nobody_else()
    {
        var database = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var append = new SealedAppend(Make.Append(Make.Stream(), default, Make.PickedUp()), ["{}"], new KeyWrites([], [], [], [], []));
        await using var committer = new GroupCommitter(async batch =>
        {
            await database.Task;
            foreach (var pending in batch)
                pending.Tell(AppendResult.Done);
        });
        var waiting = Enumerable.Range(0, GroupCommitter.MaxWaiting).Select(_ => committer.Append(append, default)).ToList();

        var refused = committer.Append(append, default);
        var atOnce = refused.IsCompleted;
        database.SetResult();

        Assert.True(atOnce);
        await Assert.ThrowsAsync<StoreBusyException>(() => refused);
        Assert.All(await Task.WhenAll(waiting), r => Assert.Equal(AppendResult.Done, r));
        Assert.Equal(AppendResult.Done, await committer.Append(append, default));
    }
}
