using Hub.Contracts;
using Hub.Storage.Json;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Encrypts an append's events and opens stored ones, with one look-up of keys each.</summary>
internal sealed class Sealer(ILogTables tables, TenantKeys tenantKeys)
{
    internal async Task<SealedAppend> Seal(Append append, CancellationToken ct)
    {
        var plan = new KeyPlan(await FindKeys(append, ct));
        var data = append.Events.Select(e => EventJson.Write(e.Recorded.Event, new SealingCodec(append.Stream.Tenant, e.Recorded.EventId, plan))).ToList();
        plan.Change(append.Keys);
        return new SealedAppend(append, data, plan.Writes());
    }

    internal async Task<IReadOnlyList<Recorded>> Open(Guid tenant, IReadOnlyList<StoredEvent> rows, CancellationToken ct)
    {
        HashSet<Guid> owners = [], items = [];
        foreach (var row in rows)
            SecretScan.Collect(row.Data, owners, items);
        var keys = await FindKeys(tenant, new KeyQuery(owners, items, new HashSet<Guid>()), ct);
        return [.. rows.Select(row => row.With(EventJson.Read(row.Type, row.Data, new OpeningCodec(tenant, row.EventId, keys))))];
    }

    private async Task<SubjectKeys> FindKeys(Append append, CancellationToken ct)
    {
        var (begun, other) = SecretsOf(append);
        var rewraps = append.Keys.OfType<KeyChange.Rewrap>().ToList();
        other.Owners.UnionWith(rewraps.Select(r => r.To));
        var query = new KeyQuery(other.Owners, other.Items, rewraps.Select(r => r.From).ToHashSet());
        if (begun.Owners.Count == 0 && query.IsEmpty)
            return new SubjectKeys(append.Stream.Tenant, [], KeyRows.None);
        var tenantKey = await tenantKeys.Get(append.Stream.Tenant, ct) ?? throw new TenantEndedException(append.Stream.Tenant);
        return new SubjectKeys(append.Stream.Tenant, tenantKey, query.IsEmpty ? KeyRows.None : await tables.ReadKeys(append.Stream.Tenant, query, ct));
    }

    /// <summary>
    /// What begins with the append is not looked for: where its keys are there after all, the key tables refuse them, which is a conflict, and whoever
    /// comes again after one looks for everything.
    /// </summary>
    private static (CollectingCodec Begun, CollectingCodec Other) SecretsOf(Append append)
    {
        var (begun, other) = (new CollectingCodec(), new CollectingCodec());
        foreach (var (recorded, _) in append.Events)
            EventJson.Write(recorded.Event, recorded.Event is IBeginning && !append.LockHead ? begun : other);
        other.Owners.ExceptWith(begun.Owners);
        return (begun, other);
    }

    /// <summary>Of a tenant that has ended there are no keys to be found.</summary>
    internal async Task<SubjectKeys> FindKeys(Guid tenant, KeyQuery query, CancellationToken ct) =>
        !query.IsEmpty && await tenantKeys.Get(tenant, ct) is { } tenantKey
            ? new SubjectKeys(tenant, tenantKey, await tables.ReadKeys(tenant, query, ct))
            : new SubjectKeys(tenant, [], KeyRows.None);
}
