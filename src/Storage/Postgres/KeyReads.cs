using Hub.Storage.Keys;

namespace Hub.Storage.Postgres;

/// <summary>
/// Keys of one tenant that are asked for while others are being read are read together next: a query for each append would cost as much as the append.
/// A read begins after it was asked for, so it finds every key that was there then.
/// </summary>
internal sealed class KeyReads
{
    /// <summary>Whoever asks for more, a whole area's, reads alone and holds nobody up.</summary>
    private const int MostTogether = 64;

    private readonly Func<Guid, KeyQuery, CancellationToken, Task<KeyRows>> read;
    private readonly TenantBatches<Wanted> batches;

    internal KeyReads(Func<Guid, KeyQuery, CancellationToken, Task<KeyRows>> read)
    {
        this.read = read;
        batches = new TenantBatches<Wanted>(ReadTogether);
    }

    internal async Task<KeyRows> Read(Guid tenant, KeyQuery query, CancellationToken ct)
    {
        if (query.Owners.Count + query.Items.Count > MostTogether)
            return await read(tenant, query, ct);
        var wanted = new Wanted(query);
        await batches.Add(tenant, wanted).WaitAsync(ct);
        return wanted.Found;
    }

    private async Task ReadTogether(Guid tenant, IReadOnlyList<Wanted> wanted)
    {
        var all = await read(
            tenant, new KeyQuery(Union(wanted, q => q.Owners), Union(wanted, q => q.Items), Union(wanted, q => q.ItemsOf)), CancellationToken.None);
        var (owners, items, itemsOf) = (all.Owners.ToDictionary(o => o.Owner), all.Items.ToDictionary(i => i.Item), all.Items.ToLookup(i => i.Owner));
        foreach (var one in wanted)
        {
            var ofOne = one.Query.Items.Where(items.ContainsKey).Select(i => items[i]).Concat(one.Query.ItemsOf.SelectMany(o => itemsOf[o])).DistinctBy(i => i.Item).ToList();
            var ownersOfOne = one.Query.Owners.Concat(one.Query.ItemsOf).Concat(ofOne.Select(i => i.Owner)).Distinct();
            one.Found = new KeyRows([.. ownersOfOne.Where(owners.ContainsKey).Select(o => owners[o])], ofOne);
        }
    }

    private static HashSet<Guid> Union(IReadOnlyList<Wanted> wanted, Func<KeyQuery, IReadOnlySet<Guid>> ids) => [.. wanted.SelectMany(w => ids(w.Query))];

    private sealed class Wanted(KeyQuery query)
    {
        public KeyQuery Query => query;

        public KeyRows Found { get; set; } = KeyRows.None;
    }
}
