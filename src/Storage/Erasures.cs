using System.Security.Cryptography;
using System.Text;
using Hub.Contracts;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Holds the keys against the list of what was erased.</summary>
internal sealed class Erasures(ILogTables tables, Sealer sealer, TenantKeys tenantKeys, ErasureList? list, TimeProvider time) : IErasures
{
    public async Task<IReadOnlyList<LoggedErasure>> Read(StreamKey stream, CancellationToken ct)
    {
        var rows = await tables.ReadEvents(new EventQuery(stream, Erasures: true), ct);
        var opened = await sealer.Open(stream.Tenant, rows, ct);
        return [.. opened.Zip(rows, (recorded, row) => new LoggedErasure(recorded, Hash(stream, row)))];
    }

    public IReadOnlyList<Erased> Listed() => list?.Read() ?? [];

    public void ListMissing(StreamKey stream, IEnumerable<Recorded> logged, IReadOnlyCollection<Erased> listed)
    {
        var keys = listed.SelectMany(e => e.Keys).ToHashSet();
        var commands = listed.SelectMany(e => e.Events).Select(e => e.CommandId).ToHashSet();
        foreach (var recorded in logged)
        {
            List<KeyChange> changes = [.. KeyChanges.Of(recorded.Event)];
            if (recorded.Event is IErasure ? !commands.Contains(recorded.CommandId) : changes.Any(k => k is not KeyChange.Rewrap && !keys.Contains(k)))
                List(stream, recorded.At, changes, [recorded]);
        }
    }

    /// <summary>What an append has just taken away.</summary>
    internal void List(Append append)
    {
        if (append.Keys.Any(k => k is not KeyChange.Rewrap))
            List(append.Stream, time.GetUtcNow(), append.Keys, append.Events.Select(e => e.Recorded));
    }

    /// <summary>The same for a command, where whoever appended it may have been cut off between the commit and the list.</summary>
    internal async Task ListMissing(StreamKey stream, Guid commandId, CancellationToken ct)
    {
        if (list is null)
            return;
        var rows = await tables.ReadEvents(new EventQuery(stream, Erasures: true, CommandId: commandId), ct);
        if (rows.Count > 0)
            ListMissing(stream, await sealer.Open(stream.Tenant, rows, ct), [.. Listed().Where(e => e.Stream == stream)]);
    }

    public async Task<int> Replay(CancellationToken ct)
    {
        var again = 0;
        foreach (var ofTenant in Listed().GroupBy(e => e.Stream.Tenant))
        {
            if (ofTenant.Any(e => e.IsEndOfTenant))
                again += await EndAgain(ofTenant.Key, ct);
            else
                again += await DropAgain(ofTenant.Key, [.. ofTenant], ct);
        }

        return again;
    }

    public async Task EndTenant(Guid tenant, CancellationToken ct)
    {
        tenantKeys.Drop(tenant);
        await tables.DropTenantKey(tenant, ct);
        List(StreamKey.OfTenant(tenant), time.GetUtcNow(), [], []);
    }

    public Task<bool> TendKeys(CancellationToken ct) => tables.TendKeys(ct);

    private void List(StreamKey stream, DateTimeOffset at, IReadOnlyList<KeyChange> keys, IEnumerable<Recorded> events) => list?.Add(
        new Erased(stream, at, keys, [.. events.Where(r => r.Event is IErasure).Select(r => new ErasedBy(r.CommandId, r.Event))]));

    private async Task<int> EndAgain(Guid tenant, CancellationToken ct)
    {
        tenantKeys.Drop(tenant);
        if (await tables.FindTenantKey(tenant, ct) is not { IsDropped: false })
            return 0;
        await tables.DropTenantKey(tenant, ct);
        return 1;
    }

    private async Task<int> DropAgain(Guid tenant, IReadOnlyList<Erased> erased, CancellationToken ct)
    {
        var alive = await Alive(tenant, [.. erased.SelectMany(e => e.Keys)], ct);
        var again = 0;
        foreach (var one in erased.Where(e => e.Keys.Any(alive.Contains)))
        {
            while (await tables.Write(await sealer.Seal(Empty(one, await tables.ReadHead(one.Stream, ct)), ct), ct) == AppendResult.Conflict)
            {
            }

            again++;
        }

        return again;
    }

    private async Task<HashSet<KeyChange>> Alive(Guid tenant, IReadOnlyList<KeyChange> changes, CancellationToken ct)
    {
        var alive = new HashSet<KeyChange>();
        foreach (var some in changes.Where(c => c is not KeyChange.Rewrap).Distinct().Chunk(500))
        {
            var rows = await tables.ReadKeys(
                tenant, new KeyQuery(some.OfType<KeyChange.DropOwner>().Select(d => d.Owner).ToHashSet(), some.OfType<KeyChange.DropItem>().Select(d => d.Item).ToHashSet(), new HashSet<Guid>()), ct);
            alive.UnionWith(rows.Owners.Where(o => o.Wrapped is not null).Select(o => new KeyChange.DropOwner(o.Owner)));
            alive.UnionWith(rows.Items.Where(i => i.Wrapped is not null).Select(i => new KeyChange.DropItem(i.Item)));
        }

        return alive;
    }

    private static Append Empty(Erased erased, Head head) => new(erased.Stream, head.Seq, false, [], [], [], [], erased.Keys);

    private static string Hash(StreamKey stream, StoredEvent row) => Convert.ToHexStringLower(SHA256.HashData(
        [.. Encoding.UTF8.GetBytes($"{stream.Tenant}/{stream.Stream}/{row.Seq}/{row.EventId}/{row.At.UtcTicks}/{row.Type}/"), .. row.Data]));
}
