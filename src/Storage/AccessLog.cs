using System.Security.Cryptography;
using Hub.Storage.Keys;

namespace Hub.Storage;

/// <summary>Marks rows on their way in, chains them and checks the chain.</summary>
internal sealed class AccessLog(IAccessTables tables, TenantKeyRing ring) : IAccessLog
{
    private const int PageOfRows = 1000;
    private static readonly byte[] Beginning = new byte[HMACSHA256.HashSizeInBytes];

    public Task Append(AccessRow row, CancellationToken ct)
    {
        var mark = AccessMarks.OfRow(ring.AccessLogKey(ring.Current, row.Tenant), row);
        return tables.Append(new MarkedAccess(row, new Mark(ring.Current, mark)), ct);
    }

    public Task<IReadOnlyList<StoredAccess>> Read(AccessFilter filter, CancellationToken ct) => tables.Read(filter, ct);

    public async Task Seal(CancellationToken ct)
    {
        AccessLogDamagedException? damaged = null;
        foreach (var tenant in await tables.ReadTenants(ct))
        {
            try
            {
                await Seal(tenant, ct);
            }
            catch (AccessLogDamagedException e)
            {
                damaged = e;
            }
        }

        if (damaged is not null)
            throw damaged;
    }

    public async Task<IReadOnlyList<AccessHead>> ReadHeads(CancellationToken ct)
    {
        var heads = new List<AccessHead>();
        foreach (var tenant in await tables.ReadTenants(ct))
            if (await tables.ReadEnd(tenant, ct) is { } end)
                heads.Add(new AccessHead(tenant, end.N, Convert.ToHexStringLower(end.Link)));
        return heads;
    }

    public async Task<IReadOnlyList<AccessCheck>> Verify(IReadOnlyList<AccessHead> known, CancellationToken ct)
    {
        var checks = new List<AccessCheck>();
        foreach (var tenant in (await tables.ReadTenants(ct)).Union(known.Select(h => h.Tenant)))
            checks.Add(await Verify(tenant, known.Where(h => h.Tenant == tenant).ToLookup(h => h.Count, h => h.Mark), ct));
        return checks;
    }

    private async Task Seal(Guid tenant, CancellationToken ct)
    {
        while (await tables.Chain(tenant, PageOfRows, (end, rows) => Chain(tenant, end, rows), ct) == PageOfRows)
        {
        }
    }

    private Links Chain(Guid tenant, ChainEnd? end, IReadOnlyList<Unchained> rows)
    {
        if (end is not null && !IsOurs(tenant, end))
            throw new AccessLogDamagedException(tenant);
        var (n, previous) = (end?.N ?? 0, end?.Link ?? Beginning);
        var links = new Link[rows.Count];
        for (var i = 0; i < links.Length; i++)
        {
            previous = AccessMarks.OfLink(ring.AccessLogKey(rows[i].Mark.KeyId, tenant), previous, ++n, rows[i].Mark.Bytes);
            links[i] = new Link(rows[i].Position, n, previous);
        }

        var mark = AccessMarks.OfEnd(ring.AccessLogKey(ring.Current, tenant), n, previous);
        return new Links(links, new ChainEnd(n, previous, new Mark(ring.Current, mark)));
    }

    private async Task<AccessCheck> Verify(Guid tenant, ILookup<long, string> known, CancellationToken ct)
    {
        var end = await tables.ReadEnd(tenant, ct);
        if (end is not null && !IsOurs(tenant, end))
            return new AccessCheck(tenant, 0, AccessDamage.Head);
        var (n, previous) = (0L, Beginning);
        while (n < end?.N && await tables.ReadChain(tenant, n, PageOfRows, ct) is { Count: > 0 } page)
        {
            foreach (var row in page.TakeWhile(r => r.N <= end.N))
            {
                if (row.N != n + 1)
                    return new AccessCheck(tenant, n, AccessDamage.Missing);
                if (!Fits(tenant, previous, row) || known[row.N].Any(mark => mark != Convert.ToHexStringLower(row.Link)))
                    return new AccessCheck(tenant, n, AccessDamage.Changed);
                (n, previous) = (row.N, row.Link);
            }

            if (page[^1].N > end.N)
                break;
        }

        return new AccessCheck(tenant, n, await AtEnd(tenant, n, previous, end, known, ct));
    }

    private async Task<AccessDamage> AtEnd(Guid tenant, long n, byte[] last, ChainEnd? end, ILookup<long, string> known, CancellationToken ct) =>
        n < end?.N || known.Any(h => h.Key > n) ? AccessDamage.CutOff
        : end is null ? (await tables.ReadChain(tenant, 0, 1, ct)).Count > 0 ? AccessDamage.Head : AccessDamage.None
        : end.Link.AsSpan().SequenceEqual(last) ? AccessDamage.None : AccessDamage.Changed;

    private bool Fits(Guid tenant, byte[] previous, ChainedAccess chained)
    {
        var (row, mark) = chained.Access;
        var key = ring.AccessLogKey(mark.KeyId, tenant);
        return row.Tenant == tenant && Same(mark.Bytes, AccessMarks.OfRow(key, row)) && Same(chained.Link, AccessMarks.OfLink(key, previous, chained.N, mark.Bytes));
    }

    private bool IsOurs(Guid tenant, ChainEnd end) =>
        Same(end.Mark.Bytes, AccessMarks.OfEnd(ring.AccessLogKey(end.Mark.KeyId, tenant), end.N, end.Link));

    private static bool Same(byte[] stored, byte[] made) => CryptographicOperations.FixedTimeEquals(stored, made);
}
