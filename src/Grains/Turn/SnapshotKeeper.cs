using Hub.Contracts;
using Hub.Domain;

namespace Hub.Grains.Turn;

/// <summary>Decides when one area's state is worth keeping: often enough that little is left to replay, seldom enough that each event pays little.</summary>
internal sealed class SnapshotKeeper(StreamKey stream, AreaSnapshots snapshots)
{
    /// <summary>Events between two snapshots of a small area. A large one costs more to write, and waits for as many events as it holds things.</summary>
    internal const int Fewest = 500;

    /// <summary>An area that leaves memory with fewer new events than this is as quick from the log.</summary>
    internal const int FewestOnLeaving = 50;

    private long _kept;
    private int _writing;

    /// <summary>The state up to this seq is stored.</summary>
    public void Loaded(long seq) => Volatile.Write(ref _kept, seq);

    public void Consider(WorkspaceState state) => KeepAfter(Math.Max(Fewest, state.Count), state);

    public void ConsiderLeaving(WorkspaceState state) => KeepAfter(FewestOnLeaving, state);

    private void KeepAfter(int events, WorkspaceState state)
    {
        // Behind what is kept: the log was restored, and what is stored belongs to a history that is gone.
        if ((state.Seq - Volatile.Read(ref _kept) is var since && since >= 0 && since < events) || Interlocked.Exchange(ref _writing, 1) == 1)
        {
            return;
        }

        Volatile.Write(ref _kept, state.Seq);
        snapshots.Keep(stream, state, () => Volatile.Write(ref _writing, 0));
    }
}
