using System.Collections.Concurrent;

namespace Hub.Storage.Keys;

/// <summary>
/// Tenants' keys, unwrapped once per process. A key is committed before anything is wrapped by it, and of two nodes that
/// make one at the same time the first wins on both, so a cached key is never one that was rolled back.
/// </summary>
internal sealed class TenantKeys(TenantKeyRing ring, ILogTables tables)
{
    private readonly ConcurrentDictionary<Guid, byte[]?> cache = new();

    /// <summary>Null for a tenant that has ended.</summary>
    internal async ValueTask<byte[]?> Get(Guid tenant, CancellationToken ct)
    {
        if (cache.TryGetValue(tenant, out var key))
            return key;
        var row = await tables.FindTenantKey(tenant, ct) ?? await Make(tenant, ct);
        return cache.GetOrAdd(tenant, row.IsDropped ? null : ring.Unwrap(tenant, row.KeyId, row.Wrapped));
    }

    internal void Drop(Guid tenant) => cache[tenant] = null;

    private Task<TenantKeyRow> Make(Guid tenant, CancellationToken ct)
    {
        var (keyId, wrapped) = ring.Wrap(tenant, AesGcmBox.NewKey());
        return tables.KeepTenantKey(tenant, new TenantKeyRow(keyId, wrapped), ct);
    }
}
