using System.Text;
using Hub.Contracts;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Encrypts drafts on their way in and opens them on their way out.</summary>
internal sealed class DraftStore(IDraftTables drafts, ILogTables tables, TenantKeys tenantKeys) : IDrafts
{
    private const string Field = "draft";

    public async Task<bool> Save(DraftKey key, Guid? owner, string text, CancellationToken ct)
    {
        var tenant = key.Spot.Tenant;
        if ((await Wrapping(tenant, owner is { } o ? [o] : [], ct))(owner) is not { } wrapping)
        {
            return false;
        }

        var (id, item) = (Guid.NewGuid(), AesGcmBox.NewKey());
        await drafts.Keep(
            key,
            new SealedDraft(
                id, owner, AesGcmBox.Seal(wrapping, item, Associated.WithItemKey(tenant, id, owner ?? tenant)),
                AesGcmBox.Seal(item, Encoding.UTF8.GetBytes(text), Bound(key, id, owner))),
            ct);
        return true;
    }

    public async Task<IReadOnlyList<Draft>> Read(DraftSpot spot, CancellationToken ct)
    {
        var rows = await drafts.Read(spot, ct);
        var keys = await Wrapping(spot.Tenant, rows.Select(r => r.Draft.Owner).OfType<Guid>(), ct);
        return [.. rows.Select(r => Open(spot, r, keys(r.Draft.Owner))).OfType<Draft>()];
    }

    public Task Delete(DraftKey key, CancellationToken ct) => drafts.Delete(key, ct);

    public Task<int> Sweep(TimeSpan untouchedFor, CancellationToken ct) => drafts.Sweep(untouchedFor, ct);

    private static Draft? Open(DraftSpot spot, StoredDraft row, byte[]? wrapping)
    {
        if (wrapping is null)
        {
            return null;
        }

        var (id, owner, wrapped, data) = row.Draft;
        var item = AesGcmBox.Open(wrapping, wrapped, Associated.WithItemKey(spot.Tenant, id, owner ?? spot.Tenant));
        return new Draft(row.Form, Encoding.UTF8.GetString(AesGcmBox.Open(item, data, Bound(new DraftKey(spot, row.Form), id, owner))), row.SavedAt);
    }

    private static byte[] Bound(DraftKey key, Guid id, Guid? owner) =>
        Associated.WithSecret(key.Spot.Tenant, id, new Secret(owner ?? key.Spot.User, null, $"{Field}/{key.Spot.Subject:N}/{key.Form}", null));

    /// <summary>The keys that wrap drafts, by owner; null for an owner without one.</summary>
    private async Task<Func<Guid?, byte[]?>> Wrapping(Guid tenant, IEnumerable<Guid> owners, CancellationToken ct)
    {
        var none = new HashSet<Guid>();
        var query = new KeyQuery(owners.ToHashSet(), none, none);
        if (await tenantKeys.Get(tenant, ct) is not { } tenantKey)
            return _ => null;
        var keys = new SubjectKeys(tenant, tenantKey, query.IsEmpty ? KeyRows.None : await tables.ReadKeys(tenant, query, ct));
        return owner => owner is { } id ? keys.Owner(id) : tenantKey;
    }
}
