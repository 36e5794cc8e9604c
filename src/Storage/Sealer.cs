using Hub.Contracts;
using Hub.Storage.Json;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Encrypts an append's events and opens stored ones, with one look-up of keys each.</summary>
internal sealed class Sealer(ILogTables tables, TenantKeys tenantKeys)
{
    internal async Task<SealedAppend> Seal(Append append, CancellationToken ct)
    {
        var query = KeysOf(append);
        if (!query.IsEmpty && await tenantKeys.Get(append.Stream.Tenant, ct) is null)
            throw new TenantEndedException(append.Stream.Tenant);
        var plan = new KeyPlan(await FindKeys(append.Stream.Tenant, query, ct));
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

    private static KeyQuery KeysOf(Append append)
    {
        var secrets = new CollectingCodec();
        foreach (var @event in append.Events)
            EventJson.Write(@event.Recorded.Event, secrets);
        var rewraps = append.Keys.OfType<KeyChange.Rewrap>().ToList();
        secrets.Owners.UnionWith(rewraps.Select(r => r.To));
        return new KeyQuery(secrets.Owners, secrets.Items, rewraps.Select(r => r.From).ToHashSet());
    }

    /// <summary>Of a tenant that has ended there are no keys to be found.</summary>
    internal async Task<SubjectKeys> FindKeys(Guid tenant, KeyQuery query, CancellationToken ct) =>
        !query.IsEmpty && await tenantKeys.Get(tenant, ct) is { } tenantKey
            ? new SubjectKeys(tenant, tenantKey, await tables.ReadKeys(tenant, query, ct))
            : new SubjectKeys(tenant, [], KeyRows.None);
}
