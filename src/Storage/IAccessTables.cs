namespace Hub.Storage;

/// <summary>The access log's tables of one database: stores and finds rows, and knows no key.</summary>
internal interface IAccessTables
{
    Task Append(MarkedAccess access, CancellationToken ct);

    Task<IReadOnlyList<StoredAccess>> Read(AccessFilter filter, CancellationToken ct);

    /// <summary>What is chained, in order.</summary>
    Task<IReadOnlyList<ChainedAccess>> ReadChain(Guid tenant, long afterN, int limit, CancellationToken ct);

    Task<ChainEnd?> ReadEnd(Guid tenant, CancellationToken ct);

    Task<IReadOnlyList<Guid>> ReadTenants(CancellationToken ct);

    /// <summary>Chains a tenant's oldest rows that are not chained yet, alone: nothing while another node does it.</summary>
    /// <returns>How many there were.</returns>
    Task<int> Chain(Guid tenant, int limit, Func<ChainEnd?, IReadOnlyList<Unchained>, Links> chain, CancellationToken ct);
}

/// <summary>What proves that Hub wrote something: made with a key that the database does not have.</summary>
internal readonly record struct Mark(string KeyId, byte[] Bytes);

/// <summary>A row on its way in.</summary>
internal sealed record MarkedAccess(AccessRow Row, Mark Mark);

/// <summary>A row that waits for its place.</summary>
internal readonly record struct Unchained(long Position, Mark Mark);

/// <summary>The place of a row.</summary>
internal readonly record struct Link(long Position, long N, byte[] Bytes);

/// <summary>Places for rows, and where the chain ends after them.</summary>
internal sealed record Links(IReadOnlyList<Link> Each, ChainEnd End);

/// <summary>Where a chain ends, and the mark that says so.</summary>
internal sealed record ChainEnd(long N, byte[] Link, Mark Mark);

/// <summary>A row in its place.</summary>
internal sealed record ChainedAccess(long N, byte[] Link, MarkedAccess Access);
