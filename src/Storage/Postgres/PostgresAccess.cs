using Hub.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace Hub.Storage.Postgres;

/// <summary>The access log's tables on PostgreSQL.</summary>
internal sealed class PostgresAccess : IAccessTables
{
    private const string Insert = """
        insert into access_log (tenant, omraade, id, at, user_id, kontor, rolle, answer, cases, details, key_id, mark)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string Columns = "position, tenant, omraade, id, at, user_id, kontor, rolle, answer, cases, details";

    private readonly PostgresDatabase database;
    private readonly PostgresChain chains;
    private readonly TenantBatches<MarkedAccess> batches;

    internal PostgresAccess(PostgresDatabase database)
    {
        (this.database, chains) = (database, new PostgresChain(database));
        batches = new TenantBatches<MarkedAccess>((tenant, rows) => database.Write(tenant, rows.Select(ToInsert)));
    }

    public Task Append(MarkedAccess access, CancellationToken ct) => batches.Add(access.Row.Tenant, access);

    public async Task<IReadOnlyList<StoredAccess>> Read(AccessFilter filter, CancellationToken ct)
    {
        var (sql, args) = AccessConditions.Of(filter, $"select {Columns} from access_log", "cases @> array[{0}]");
        return await database.Query(filter.Tenant, ct, row => new StoredAccess(row.GetInt64(0), ToRow(row)), sql, args);
    }

    public async Task<IReadOnlyList<ChainedAccess>> ReadChain(Guid tenant, long afterN, int limit, CancellationToken ct) => await database.Query(
        tenant, ct, row => new ChainedAccess(row.GetInt64(13), row.GetFieldValue<byte[]>(14), new MarkedAccess(ToRow(row), PostgresChain.ToMark(row, 11))),
        $"select {Columns}, key_id, mark, n, link from access_log where tenant = $1 and n > $2 order by n limit $3", tenant, afterN, limit);

    public async Task<ChainEnd?> ReadEnd(Guid tenant, CancellationToken ct) =>
        (await database.Query(tenant, ct, PostgresChain.ToEnd, PostgresChain.SelectEnd, tenant)).SingleOrDefault();

    public async Task<IReadOnlyList<Guid>> ReadTenants(CancellationToken ct) =>
        await database.QueryAll(ct, row => row.GetGuid(0), "select tenant from tenant_keys union select tenant from access_heads");

    public Task<int> Chain(Guid tenant, int limit, Func<ChainEnd?, IReadOnlyList<Unchained>, Links> chain, CancellationToken ct) =>
        chains.Run(tenant, limit, chain, ct);

    private static NpgsqlBatchCommand ToInsert(MarkedAccess access)
    {
        var (row, mark) = access;
        var (cases, details) = SeenCases.Pack(row.Cases);
        return PostgresDatabase.Command(
            Insert, row.Tenant, row.Omraade, row.Id, row.At, row.User, OrNull(row.Kontor), (short)row.Rolle, (short)row.Answer, cases, details, mark.KeyId, mark.Bytes);
    }

    private static NpgsqlParameter OrNull(Kontor? kontor) =>
        new() { NpgsqlDbType = NpgsqlDbType.Smallint, Value = kontor is { } k ? (short)k : DBNull.Value };

    private static AccessRow ToRow(NpgsqlDataReader row) => new(
        row.GetGuid(3), row.GetGuid(1), row.GetGuid(2), row.Time(4), row.GetGuid(5), (Kontor?)row.OrNull<short>(6), (Rolle)row.GetInt16(7), (AnswerKind)row.GetInt16(8),
        SeenCases.Unpack(row.GetFieldValue<Guid[]>(9), row.GetFieldValue<byte[]>(10)));
}
