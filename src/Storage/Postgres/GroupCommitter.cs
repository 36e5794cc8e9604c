namespace Hub.Storage.Postgres;

/// <summary>
/// Collects appends while others are on their way, and sends those of one tenant together: one transaction, one round trip,
/// one sync to disk. A few transactions are on their way at a time, each of one tenant. Whoever comes while there is room sends at once, on
/// their own thread; whoever comes back takes along what has been collected meanwhile.
/// </summary>
internal sealed class GroupCommitter(Func<IReadOnlyList<PendingAppend>, Task> commit) : IAsyncDisposable
{
    internal const int MaxWaiting = 4096;
    private const int MaxBatch = 128;
    internal const int MaxOnTheirWay = 4;
    private readonly Lock gate = new();
    private readonly LinkedList<List<PendingAppend>> collected = [];
    private readonly TaskCompletionSource emptied = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int waiting;
    private int onTheirWay;
    private bool closed;

    internal async Task<AppendResult> Append(SealedAppend append, CancellationToken ct)
    {
        var pending = new PendingAppend(append, ct);
        lock (gate)
        {
            if (closed || waiting == MaxWaiting)
                throw new StoreBusyException("The queue of writes is full or closed.");
            waiting++;
            Collect(pending);
        }

        try
        {
            Start();
            return await pending.Outcome;
        }
        finally
        {
            lock (gate)
                waiting--;
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate)
        {
            closed = true;
            TellIfEmptied();
        }

        await emptied.Task;
    }

    private void Start()
    {
        lock (gate)
        {
            if (onTheirWay == MaxOnTheirWay)
                return;
            onTheirWay++;
        }

        _ = SendAll();
    }

    private async Task SendAll()
    {
        while (Next() is { } batch)
        {
            batch.RemoveAll(p => p.IsTakenBack);
            if (batch.Count > 0)
                await commit(batch);
        }
    }

    private List<PendingAppend>? Next()
    {
        lock (gate)
        {
            if (collected.First is { } oldest)
            {
                collected.RemoveFirst();
                return oldest.Value;
            }

            onTheirWay--;
            TellIfEmptied();
            return null;
        }
    }

    private void TellIfEmptied()
    {
        if (closed && onTheirWay == 0 && collected.Count == 0)
            emptied.TrySetResult();
    }

    private void Collect(PendingAppend pending)
    {
        var batch = collected.LastOrDefault(b => b[0].Append.Stream.Tenant == pending.Append.Stream.Tenant);
        if (batch is null || batch.Count == MaxBatch)
            collected.AddLast(batch = []);
        batch.Add(pending);
    }
}
