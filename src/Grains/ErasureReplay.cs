using Hub.Contracts;
using Hub.Storage;

namespace Hub.Grains;

/// <summary>
/// Holds the log and the list of erasures against each other, at start and every night: what a restore has brought back is erased again, and
/// what the log knows and the list does not is put on it. Every node may run it.
/// </summary>
public sealed class ErasureReplay(IEventLog log, IErasures erasures, ITenantDirectory directory, IBoligomraader areas)
{
    public async Task Run(CancellationToken ct)
    {
        await erasures.Replay(ct);
        var listed = erasures.Listed().ToLookup(e => e.Stream);
        var ended = listed.Where(l => l.Key.IsTenant).Select(l => l.Key.Tenant).ToHashSet();
        foreach (var tenant in ended)
        {
            await directory.End(tenant, ct);
        }

        foreach (var (stream, _) in (await log.ReadHeads(ct)).Where(h => !h.Stream.IsTenant && !ended.Contains(h.Stream.Tenant)))
        {
            await Compare(stream, [.. listed[stream]], ct);
        }
    }

    private async Task Compare(StreamKey stream, IReadOnlyList<Erased> listed, CancellationToken ct)
    {
        var logged = (await erasures.Read(stream, ct)).Select(e => e.Recorded).ToList();
        foreach (var lost in listed.SelectMany(e => e.Events).ExceptBy(logged.Select(r => r.CommandId), e => e.CommandId))
        {
            await areas.Execute(Nobody.In(stream), new Request(lost.CommandId, [], new RedoErasure(((IErasure)lost.Event).CaseId, (CaseEvent)lost.Event)), ct);
        }

        erasures.ListMissing(stream, logged, listed);
    }
}
