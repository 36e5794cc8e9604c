using Hub.Contracts;
using Hub.Domain;
using Hub.Domain.Matters;
using Hub.Storage;

namespace Hub.Grains.Turn;

/// <summary>Brings an area's state up to the end of the log: from what is in memory, else from its snapshot, else from the first event.</summary>
internal sealed class Catchup(StreamKey stream, IEventLog log, AreaSnapshots snapshots)
{
    private readonly SnapshotKeeper _keeper = new(stream, snapshots);

    public async Task<WorkspaceState> From(WorkspaceState? known, CancellationToken ct)
    {
        var from = "memory";
        var state = await Continue(known, ct);
        if (state is null)
        {
            from = "snapshot";
            state = await FromSnapshot(ct);
        }

        if (state is null)
        {
            from = "log";
            state = (await Continue(WorkspaceState.Empty, ct))!;
        }

        TurnTelemetry.CatchUp(from);
        _keeper.Consider(state);
        return state;
    }

    /// <summary>The state has moved on by commands of this node's own.</summary>
    public void Moved(WorkspaceState state) => _keeper.Consider(state);

    /// <summary>The state leaves memory.</summary>
    public void Leaving(WorkspaceState state) => _keeper.ConsiderLeaving(state);

    private async Task<WorkspaceState?> FromSnapshot(CancellationToken ct)
    {
        var snapshot = await snapshots.Load(stream, ct);
        _keeper.Loaded(snapshot?.Seq ?? 0);
        return await Continue(snapshot, ct);
    }

    /// <summary>
    /// Null where the log does not hold the event that the state ends with: it was restored to an earlier time, and this is another history.
    /// </summary>
    private async Task<WorkspaceState?> Continue(WorkspaceState? state, CancellationToken ct)
    {
        if (state is null)
        {
            return null;
        }

        var fits = state.Seq == 0;
        await foreach (var recorded in log.Read(stream, Math.Max(state.Seq - 1, 0), ct))
        {
            if (fits)
            {
                state = Retention.Settle(WorkspaceApply.Apply(await Known(state, recorded, ct), recorded));
            }
            else if (!(fits = state.EndsWith(recorded)))
            {
                return null;
            }
        }

        return fits ? state : null;
    }

    /// <summary>An event may concern a case or matter that has left memory: it comes back as it stood just before.</summary>
    private async Task<WorkspaceState> Known(WorkspaceState state, Recorded recorded, CancellationToken ct)
    {
        switch (recorded.Event)
        {
            case CaseEvent e when e is not CaseFlagged && state.Case(e.CaseId) is null:
                var ofCase = await log.ReadCase(stream, e.CaseId, ct);
                return WorkspaceApply.Rebuild(ofCase.Where(r => r.Seq < recorded.Seq)) is { } c ? Retention.Recall(state, c) : state;
            case MatterEvent e when e is not MatterOpened && state.Matter(e.MatterId) is null:
                var ofMatter = await log.ReadMatter(stream, e.MatterId, ct);
                return WorkspaceApply.RebuildMatter(ofMatter.Where(r => r.Seq < recorded.Seq)) is { } m
                    ? await WithCase(Retention.Recall(state, m), m, recorded, ct)
                    : state;
            default:
                return state;
        }
    }

    /// <summary>With the case that the matter came from: what is said in it is held against the people of that.</summary>
    private async Task<WorkspaceState> WithCase(WorkspaceState state, Matter m, Recorded recorded, CancellationToken ct) =>
        m.CaseId is { } id && state.Case(id) is null
        && WorkspaceApply.Rebuild((await log.ReadCase(stream, id, ct)).Where(r => r.Seq < recorded.Seq)) is { } c ? Retention.Recall(state, c) : state;
}
