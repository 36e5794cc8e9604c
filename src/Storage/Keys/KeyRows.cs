namespace Hub.Storage.Keys;

/// <summary>An owner's key as stored; without bytes once it has been dropped.</summary>
internal readonly record struct OwnerKeyRow(Guid Owner, byte[]? Wrapped);

/// <summary>The key of one text as stored, with the owner that wraps it now; without bytes once it has been dropped.</summary>
internal readonly record struct ItemKeyRow(Guid Item, Guid Owner, byte[]? Wrapped);

/// <summary>A text's key on its way to another owner. Written only where it is still with the first and not dropped.</summary>
internal readonly record struct RewrappedItem(Guid From, ItemKeyRow To);

/// <summary>A tenant's key as stored, and which master key wraps it.</summary>
internal sealed record TenantKeyRow(string KeyId, byte[] Wrapped)
{
    /// <summary>The tenant has ended: the row stays without bytes, so that no key is made again.</summary>
    internal bool IsDropped => Wrapped.Length == 0;
}

/// <summary>What was found of the keys that were asked for.</summary>
internal sealed record KeyRows(IReadOnlyList<OwnerKeyRow> Owners, IReadOnlyList<ItemKeyRow> Items)
{
    internal static KeyRows None { get; } = new([], []);
}

/// <summary>Which keys an operation needs.</summary>
/// <param name="Owners">Owners' keys.</param>
/// <param name="Items">Texts' keys, each with the key of the owner that wraps it.</param>
/// <param name="ItemsOf">Owners whose every text key is needed.</param>
internal sealed record KeyQuery(IReadOnlySet<Guid> Owners, IReadOnlySet<Guid> Items, IReadOnlySet<Guid> ItemsOf)
{
    internal bool IsEmpty => Owners.Count == 0 && Items.Count == 0 && ItemsOf.Count == 0;
}

/// <summary>What an append writes to the key tables, net of everything it orders.</summary>
/// <param name="NewOwners">Owners' keys that must not be there yet.</param>
/// <param name="NewItems">Texts' keys that must not be there yet.</param>
/// <param name="Rewrapped">Texts' keys that change their owner.</param>
/// <param name="DroppedOwners">Owners whose key and whose texts' keys lose their bytes; the rows stay, so that no key comes back.</param>
/// <param name="DroppedItems">Texts whose key loses its bytes.</param>
internal sealed record KeyWrites(
    IReadOnlyList<OwnerKeyRow> NewOwners, IReadOnlyList<ItemKeyRow> NewItems, IReadOnlyList<RewrappedItem> Rewrapped,
    IReadOnlyList<Guid> DroppedOwners, IReadOnlyList<Guid> DroppedItems)
{
    internal bool OnlyAdds => Rewrapped.Count == 0 && DroppedOwners.Count == 0 && DroppedItems.Count == 0;

    internal bool Drops => DroppedOwners.Count > 0 || DroppedItems.Count > 0;
}
