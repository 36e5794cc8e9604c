using Hub.Contracts;

namespace Hub.Storage.Keys;

/// <summary>What an append does to keys: first those its secrets need, then rewraps, then drops; written as the net of it all.</summary>
internal sealed class KeyPlan
{
    private readonly SubjectKeys stored;
    private readonly Dictionary<Guid, byte[]> newOwners = [];
    private readonly Dictionary<Guid, (Guid Owner, byte[]? Key)> items;
    private readonly HashSet<Guid> droppedOwners = [];
    private readonly HashSet<Guid> droppedItems = [];

    internal KeyPlan(SubjectKeys stored)
    {
        this.stored = stored;
        items = stored.Items.ToDictionary(r => r.Item, r => (r.Owner, stored.Item(r.Item)));
    }

    /// <summary>The key for a secret, made where it has never been; null under a key that has been dropped.</summary>
    internal byte[]? KeyFor(Secret secret) => secret.Item is { } item ? Item(item, secret.Owner) : Owner(secret.Owner);

    internal void Change(IReadOnlyList<KeyChange> changes)
    {
        foreach (var rewrap in changes.OfType<KeyChange.Rewrap>())
            Rewrap(rewrap);
        foreach (var change in changes)
            Drop(change);
    }

    internal KeyWrites Writes() => new(
        [.. newOwners.Select(o => stored.WrapOwner(o.Key, o.Value))],
        [.. items.Where(i => !stored.HasItem(i.Key)).Select(Wrapped)],
        [.. stored.Items.Where(HasMoved).Select(r => new RewrappedItem(r.Owner, Wrapped(new(r.Item, items[r.Item]))))],
        [.. droppedOwners], [.. droppedItems]);

    private byte[]? Owner(Guid owner)
    {
        if (droppedOwners.Contains(owner))
            return null;
        if (stored.HasOwner(owner))
            return stored.Owner(owner);
        if (!newOwners.TryGetValue(owner, out var key))
            newOwners[owner] = key = AesGcmBox.NewKey();
        return key;
    }

    private byte[]? Item(Guid item, Guid owner)
    {
        if (items.TryGetValue(item, out var known))
            return known.Key;
        if (Owner(owner) is null)
            return null;
        var key = AesGcmBox.NewKey();
        items[item] = (owner, key);
        return key;
    }

    private void Rewrap(KeyChange.Rewrap rewrap)
    {
        foreach (var (item, state) in items.Where(i => i.Value.Owner == rewrap.From && i.Value.Key is not null).ToList())
        {
            if (Owner(rewrap.To) is not null)
                items[item] = (rewrap.To, state.Key);
            else
                DropItem(item);
        }
    }

    private void Drop(KeyChange change)
    {
        if (change is KeyChange.DropItem one)
            DropItem(one.Item);
        if (change is not KeyChange.DropOwner all)
            return;
        droppedOwners.Add(all.Owner);
        newOwners.Remove(all.Owner);
        foreach (var item in items.Where(i => i.Value.Owner == all.Owner).Select(i => i.Key).ToList())
            DropItem(item);
    }

    private void DropItem(Guid item)
    {
        if (items.TryGetValue(item, out var state))
            items[item] = (state.Owner, null);
        droppedItems.Add(item);
    }

    private bool HasMoved(ItemKeyRow row) => items[row.Item] is { Key: not null } now && now.Owner != row.Owner;

    private ItemKeyRow Wrapped(KeyValuePair<Guid, (Guid Owner, byte[]? Key)> item) =>
        item.Value.Key is { } key && Owner(item.Value.Owner) is { } owner
            ? stored.WrapItem(item.Key, item.Value.Owner, owner, key)
            : new(item.Key, item.Value.Owner, null);
}
