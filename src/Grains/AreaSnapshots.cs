using Hub.Contracts;
using Hub.Domain;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>
/// Snapshots of areas: written in the background, one at a time for all who share this, and a loss of time only when they are not there. In a cluster
/// each area has one of its own: one whose grain hangs must not keep the others' from being written, and Orleans' pool bounds how many are at it.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="report">Told of what could not be written or read; says nothing of what was in it.</param>
public sealed class AreaSnapshots(ISnapshots store, Action<Exception> report)
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Completes when everything that has been asked for is written.</summary>
    public Task Settled
    {
        get
        {
            lock (_gate)
            {
                return _last;
            }
        }
    }

    /// <summary>The state that was kept last, where this build can use it.</summary>
    internal async Task<WorkspaceState?> Load(StreamKey stream, CancellationToken ct)
    {
        try
        {
            return (await store.Load<WorkspaceSnapshot>(stream, WorkspaceSnapshot.Version, ct))?.ToState();
        }
        catch (SnapshotUnreadableException e)
        {
            report(e);
            return null;
        }
    }

    /// <summary>Keeps the state when its turn comes; nobody waits for it.</summary>
    internal void Keep(StreamKey stream, WorkspaceState state, Action written)
    {
        lock (_gate)
        {
            var before = _last;
            _last = Task.Run(() => Write(before, stream, state, written));
        }
    }

    private async Task Write(Task before, StreamKey stream, WorkspaceState state, Action written)
    {
        await before;
        try
        {
            await store.Save(stream, WorkspaceSnapshot.Version, WorkspaceSnapshot.Of(state), CancellationToken.None);
        }
#pragma warning disable CA1031 // a cache: whatever goes wrong with it, the log stands
        catch (Exception e)
#pragma warning restore CA1031
        {
            report(e);
        }
        finally
        {
            written();
        }
    }
}
