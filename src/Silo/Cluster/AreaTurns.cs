using Hub.Contracts;
using Hub.Grains;
using Hub.Grains.Turn;
using Hub.Storage;
using Hub.Storage.Snapshots;

namespace Hub.Silo.Cluster;

/// <summary>The areas whose grains are on this silo.</summary>
internal sealed class AreaTurns(
    HubStore store, IEventLog log, ITenantDirectory directory, AreaFactsCache facts, CommitSignal signal, TimeProvider time, SnapshotFaults faults)
{
    public async Task<AreaTurn> Enter(string key, ISnapshotShelf shelf, CancellationToken ct)
    {
        var stream = GrainKey.Parse(key);
        if (directory.Omraade(stream.Stream) is null)
        {
            // Registered elsewhere a moment ago.
            await directory.Follow(ct);
        }

        var snapshots = new AreaSnapshots(store.SnapshotsOn(shelf), faults.Report);
        TurnTelemetry.Activate();
        return new AreaTurn(stream, new AreaQueue(new OmraadeTurn(stream, log, snapshots, () => facts.Of(stream.Stream), signal, time)), snapshots);
    }

    /// <summary>Completes when the snapshot is kept.</summary>
    public Task Leave(AreaTurn area)
    {
        TurnTelemetry.Areas.Add(-1);
        area.Queue.Turn.Leave();
        return area.Snapshots.Settled;
    }
}

/// <summary>An area in this silo's memory.</summary>
internal sealed record AreaTurn(StreamKey Stream, AreaQueue Queue, AreaSnapshots Snapshots)
{
    /// <summary>Its commands, for a member of this area: whoever calls as somebody else's has gone astray.</summary>
    public AreaQueue Of(Membership member) => new StreamKey(member.Tenant, member.OmraadeId) == Stream
        ? Queue
        : throw new InvalidOperationException("The member belongs to another area.");
}
