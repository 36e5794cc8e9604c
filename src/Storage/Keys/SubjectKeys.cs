using System.Collections.Concurrent;
using Hub.Contracts;

namespace Hub.Storage.Keys;

/// <summary>The keys of one tenant that one operation asked for. Never outlives it, so a dropped key is gone for the next.</summary>
internal sealed class SubjectKeys(Guid tenant, byte[] tenantKey, KeyRows rows)
{
    private readonly Dictionary<Guid, OwnerKeyRow> owners = rows.Owners.ToDictionary(r => r.Owner);
    private readonly Dictionary<Guid, ItemKeyRow> items = rows.Items.ToDictionary(r => r.Item);
    private readonly ConcurrentDictionary<Guid, byte[]?> opened = new();

    internal IEnumerable<ItemKeyRow> Items => items.Values;

    internal bool HasOwner(Guid owner) => owners.ContainsKey(owner);

    internal bool HasItem(Guid item) => items.ContainsKey(item);

    /// <summary>The key that the secret is under; null when it is gone.</summary>
    internal byte[]? Of(Secret secret) => secret.Item is { } item ? Item(item) : Owner(secret.Owner);

    /// <summary>The owner's key; null when there is none or it has been dropped.</summary>
    internal byte[]? Owner(Guid owner) => opened.GetOrAdd(owner, OpenOwner);

    /// <summary>The text's key; null when there is none or it or its owner's has been dropped.</summary>
    internal byte[]? Item(Guid item) =>
        items.TryGetValue(item, out var row) && row.Wrapped is not null && Owner(row.Owner) is { } owner
            ? AesGcmBox.Open(owner, row.Wrapped, Associated.WithItemKey(tenant, item, row.Owner))
            : null;

    internal OwnerKeyRow WrapOwner(Guid owner, byte[] key) =>
        new(owner, AesGcmBox.Seal(tenantKey, key, Associated.WithOwnerKey(tenant, owner)));

    internal ItemKeyRow WrapItem(Guid item, Guid owner, byte[] ownerKey, byte[] key) =>
        new(item, owner, AesGcmBox.Seal(ownerKey, key, Associated.WithItemKey(tenant, item, owner)));

    private byte[]? OpenOwner(Guid owner) =>
        owners.TryGetValue(owner, out var row) && row.Wrapped is not null
            ? AesGcmBox.Open(tenantKey, row.Wrapped, Associated.WithOwnerKey(tenant, owner))
            : null;
}
