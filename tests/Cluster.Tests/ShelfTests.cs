using Hub.Contracts;
using Hub.Silo.Cluster;
using Hub.Storage.Snapshots;
using Orleans.Runtime;

namespace Hub.Cluster.Tests;

/// <summary>What a grain keeps lies in its row and not in its memory: an idle area costs its state, once.</summary>
public sealed class ShelfTests
{
    private static readonly StreamKey Stream = new(Guid.NewGuid(), Guid.NewGuid());
    private readonly Row _row = new();

    [Fact]
    public async Task A_snapshot_that_was_kept_is_in_the_row_and_no_longer_in_memory()
    {
        var snapshot = new SealedSnapshot(Guid.NewGuid(), "1", new byte[1000]);

        await Shelf.Keep(Stream, snapshot, default);

        Assert.Same(snapshot, _row.Written);
        Assert.Null(_row.State.Snapshot);
    }

    [Fact]
    public async Task A_snapshot_that_was_read_is_no_longer_in_memory()
    {
        var snapshot = new SealedSnapshot(Guid.NewGuid(), "1", new byte[1000]);
        _row.State = new KeptSnapshot { Snapshot = snapshot };

        Assert.Same(snapshot, await Shelf.Find(Stream, "1", default));
        Assert.Null(_row.State.Snapshot);
    }

    private GrainShelf Shelf => new(_row, TaskScheduler.Default);

    private sealed class Row : IPersistentState<KeptSnapshot>
    {
        public SealedSnapshot? Written { get; private set; }

        public KeptSnapshot State { get; set; } = new();

        public string Etag => "";

        public bool RecordExists => true;

        public Task WriteStateAsync()
        {
            Written = State.Snapshot;
            return Task.CompletedTask;
        }

        public Task ReadStateAsync() => Task.CompletedTask;

        public Task ClearStateAsync() => Task.CompletedTask;
    }
}
