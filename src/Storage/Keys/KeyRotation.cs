namespace Hub.Storage.Keys;

/// <summary>Wraps every tenant's key by the current master key. Only wrapping changes, so nothing that was encrypted is touched.</summary>
internal static class KeyRotation
{
    /// <returns>How many were still under another master key. Done again after a crash it finishes the rest.</returns>
    internal static async Task<int> Run(ILogTables tables, TenantKeyRing ring, CancellationToken ct)
    {
        var rewrapped = 0;
        foreach (var (tenant, key) in await tables.ReadTenantKeys(ct))
        {
            if (key.IsDropped || key.KeyId == ring.Current)
                continue;
            var (keyId, wrapped) = ring.Wrap(tenant, ring.Unwrap(tenant, key.KeyId, key.Wrapped));
            rewrapped += await tables.RewrapTenantKey(tenant, key, new TenantKeyRow(keyId, wrapped), ct) ? 1 : 0;
        }

        return rewrapped;
    }
}
