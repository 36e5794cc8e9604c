using Hub.Contracts;
using Hub.Domain;
using Hub.Storage;

namespace Hub.Grains.Turn;

/// <summary>Brings a state up to the end of the log.</summary>
internal static class Catchup
{
    public static async Task<WorkspaceState> From(WorkspaceState state, IEventLog log, StreamKey stream, CancellationToken ct)
    {
        await foreach (var recorded in log.Read(stream, state.Seq, ct))
        {
            state = Retention.Settle(WorkspaceApply.Apply(await Known(state, recorded, log, stream, ct), recorded));
        }

        return state;
    }

    /// <summary>An event may concern a case or matter that has left memory: it comes back as it stood just before.</summary>
    private static async Task<WorkspaceState> Known(WorkspaceState state, Recorded recorded, IEventLog log, StreamKey stream, CancellationToken ct)
    {
        switch (recorded.Event)
        {
            case CaseEvent e when e is not CaseFlagged && state.Case(e.CaseId) is null:
                var ofCase = await log.ReadCase(stream, e.CaseId, ct);
                return WorkspaceApply.Rebuild(ofCase.Where(r => r.Seq < recorded.Seq)) is { } c ? Retention.Recall(state, c) : state;
            case MatterEvent e when e is not MatterOpened && state.Matter(e.MatterId) is null:
                var ofMatter = await log.ReadMatter(stream, e.MatterId, ct);
                return WorkspaceApply.RebuildMatter(ofMatter.Where(r => r.Seq < recorded.Seq)) is { } m ? Retention.Recall(state, m) : state;
            default:
                return state;
        }
    }
}
