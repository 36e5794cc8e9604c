using Hub.Contracts;
using Hub.Storage.Snapshots;
using Orleans.Runtime;
using Orleans.Storage;

namespace Hub.Silo.Cluster;

/// <summary>Keeps an area's snapshot as the state of its grain. The bytes do not stay in memory, for the state that they are a copy of does.</summary>
/// <param name="kept">The grain's state; it is only touched where the grain runs.</param>
/// <param name="grain">Where the grain runs.</param>
internal sealed class GrainShelf(IPersistentState<KeptSnapshot> kept, TaskScheduler grain) : ISnapshotShelf
{
    public Task Keep(StreamKey stream, SealedSnapshot snapshot, CancellationToken ct) => InGrain(async () =>
    {
        try
        {
            await Write(snapshot);
        }
        catch (InconsistentStateException)
        {
            // An erasure took it away, or the area was awake twice for a moment: the newer copy is as good a one to replace.
            await kept.ReadStateAsync();
            await Write(snapshot);
        }

        return true;
    }, ct);

    public Task<SealedSnapshot?> Find(StreamKey stream, string version, CancellationToken ct) => InGrain(() =>
    {
        var found = kept.State.Snapshot;
        kept.State = new KeptSnapshot();
        return Task.FromResult(found?.Version == version ? found : null);
    }, ct);

    private async Task Write(SealedSnapshot snapshot)
    {
        kept.State = new KeptSnapshot { Snapshot = snapshot };
        try
        {
            await kept.WriteStateAsync();
        }
        finally
        {
            kept.State = new KeptSnapshot();
        }
    }

    private Task<T> InGrain<T>(Func<Task<T>> work, CancellationToken ct) => Task.Factory.StartNew(work, ct, TaskCreationOptions.None, grain).Unwrap();
}

/// <summary>What the grain's state is: a sealed snapshot, or none.</summary>
internal sealed class KeptSnapshot
{
    public SealedSnapshot? Snapshot { get; init; }
}
