using System.Collections.Concurrent;

namespace Hub.Storage.Postgres;

/// <summary>Collects what is to be written while a write of the same tenant is on its way, and sends it together next.</summary>
internal sealed class TenantBatches<T>(Func<Guid, IReadOnlyList<T>, Task> write)
{
    private readonly ConcurrentDictionary<Guid, Batch> batches = new();

    /// <summary>Returns once the item is durable.</summary>
    /// <exception cref="StoreBusyException">Too many wait.</exception>
    internal Task Add(Guid tenant, T item) => batches.GetOrAdd(tenant, t => new Batch(items => write(t, items))).Add(item);

    private sealed class Batch(Func<IReadOnlyList<T>, Task> write)
    {
        private const int MaxWaiting = 4096;
        private readonly Lock gate = new();
        private List<(T Item, TaskCompletionSource Done)> waiting = [];
        private bool isWriting;

        internal Task Add(T item)
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            lock (gate)
            {
                if (waiting.Count == MaxWaiting)
                    throw new StoreBusyException("The queue of writes is full.");
                waiting.Add((item, done));
                if (!isWriting)
                    _ = Task.Run(WriteAll);
                isWriting = true;
            }

            return done.Task;
        }

        private async Task WriteAll()
        {
            while (Next() is { Count: > 0 } batch)
            {
                var written = write([.. batch.Select(b => b.Item)]);
                await ((Task)written).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                foreach (var (_, done) in batch)
                    done.SetFromTask(written);
            }
        }

        private List<(T Item, TaskCompletionSource Done)> Next()
        {
            lock (gate)
            {
                var next = waiting;
                waiting = [];
                isWriting = next.Count > 0;
                return next;
            }
        }
    }
}
