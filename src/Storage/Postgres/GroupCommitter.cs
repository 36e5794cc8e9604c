using System.Threading.Channels;

namespace Hub.Storage.Postgres;

/// <summary>
/// Collects appends while others are on their way, and sends those of one tenant together: one transaction, one round trip,
/// one sync to disk. A few transactions are on their way at a time, each of one tenant.
/// </summary>
internal sealed class GroupCommitter : IAsyncDisposable
{
    internal const int MaxWaiting = 4096;
    private const int MaxBatch = 128;
    internal const int MaxOnTheirWay = 4;
    private readonly Channel<PendingAppend> queue = Channel.CreateUnbounded<PendingAppend>(new UnboundedChannelOptions { SingleReader = true });
    private readonly LinkedList<List<PendingAppend>> collected = [];
    private readonly SemaphoreSlim slots = new(MaxOnTheirWay);
    private readonly Func<IReadOnlyList<PendingAppend>, Task> commit;
    private readonly Task dispatcher;
    private int waiting;

    internal GroupCommitter(Func<IReadOnlyList<PendingAppend>, Task> commit)
    {
        this.commit = commit;
        dispatcher = Task.Run(DispatchUntilClosed);
    }

    internal async Task<AppendResult> Append(SealedAppend append, CancellationToken ct)
    {
        var pending = new PendingAppend(append, ct);
        try
        {
            if (Interlocked.Increment(ref waiting) > MaxWaiting || !queue.Writer.TryWrite(pending))
                throw new StoreBusyException("The queue of writes is full or closed.");
            return await pending.Outcome;
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await dispatcher;
        for (var i = 0; i < MaxOnTheirWay; i++)
            await slots.WaitAsync();
        slots.Dispose();
    }

    private async Task DispatchUntilClosed()
    {
        await slots.WaitAsync();
        while (collected.Count > 0 || await queue.Reader.WaitToReadAsync())
        {
            while (queue.Reader.TryRead(out var pending))
                Collect(pending);
            if (collected.First is not { } oldest)
                continue;
            collected.RemoveFirst();
            _ = Send(oldest.Value);
            await slots.WaitAsync();
        }

        slots.Release();
    }

    private void Collect(PendingAppend pending)
    {
        var batch = collected.LastOrDefault(b => b[0].Append.Stream.Tenant == pending.Append.Stream.Tenant);
        if (batch is null || batch.Count == MaxBatch)
            collected.AddLast(batch = []);
        batch.Add(pending);
    }

    private async Task Send(List<PendingAppend> batch)
    {
        await Task.Yield();
        try
        {
            batch.RemoveAll(p => p.IsTakenBack);
            if (batch.Count > 0)
                await commit(batch);
        }
        finally
        {
            slots.Release();
        }
    }
}
