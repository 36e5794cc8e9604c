using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>The access log's tables in a SQLite file.</summary>
/// <param name="readers">Where it is read.</param>
/// <param name="writer">Where it is written; null for one who only reads.</param>
internal sealed class SqliteAccess(SqliteReaders readers, SqliteWriter? writer = null) : IAccessTables
{
    private const string Insert = """
        insert into access_log (tenant, omraade, id, at, user_id, kontor, rolle, answer, cases, details, key_id, mark)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string Columns = "position, tenant, omraade, id, at, user_id, kontor, rolle, answer, cases, details";

    private const string SelectEnd = "select n, link, key_id, mark from access_heads where tenant = $1";

    private const string KeepEnd = """
        insert into access_heads (tenant, n, link, key_id, mark) values ($1, $2, $3, $4, $5)
        on conflict do update set n = excluded.n, link = excluded.link, key_id = excluded.key_id, mark = excluded.mark
        """;

    private const int IdBytes = 16;

    public Task Append(MarkedAccess access, CancellationToken ct)
    {
        var (row, mark) = access;
        var (cases, details) = SeenCases.Pack(row.Cases);
        byte[] ids = [.. cases.SelectMany(c => c.ToByteArray(bigEndian: true))];
        return Run(transaction => writer!.Statements.Execute(
            transaction, Insert, row.Tenant, row.Omraade, row.Id, row.At, row.User, row.Kontor, row.Rolle, row.Answer, ids, details, mark.KeyId, mark.Bytes), ct);
    }

    public Task<IReadOnlyList<StoredAccess>> Read(AccessFilter filter, CancellationToken ct)
    {
        var (sql, args) = AccessConditions.Of(filter, $"select {Columns} from access_log", "instr(cases, {0}) > 0");
        return List(readers.Query(sql, row => new StoredAccess(row.GetInt64(0), ToRow(row)), args));
    }

    public Task<IReadOnlyList<ChainedAccess>> ReadChain(Guid tenant, long afterN, int limit, CancellationToken ct) => List(readers.Query(
        $"select {Columns}, key_id, mark, n, link from access_log where tenant = $1 and n > $2 order by n limit $3",
        row => new ChainedAccess(row.GetInt64(13), row.GetFieldValue<byte[]>(14), new MarkedAccess(ToRow(row), ToMark(row, 11))),
        tenant, afterN, limit));

    public Task<ChainEnd?> ReadEnd(Guid tenant, CancellationToken ct) => Task.FromResult(readers.Query(SelectEnd, ToEnd, tenant).SingleOrDefault());

    public Task<IReadOnlyList<Guid>> ReadTenants(CancellationToken ct) =>
        List(readers.Query("select tenant from tenant_keys union select tenant from access_heads", row => row.Id(0)));

    public Task<int> Chain(Guid tenant, int limit, Func<ChainEnd?, IReadOnlyList<Unchained>, Links> chain, CancellationToken ct) => Run(
        transaction =>
        {
            var statements = writer!.Statements;
            var rows = statements.Query(
                transaction, "select position, key_id, mark from access_log where tenant = $1 and n is null order by position limit $2",
                row => new Unchained(row.GetInt64(0), ToMark(row, 1)), tenant, limit);
            if (rows.Count > 0)
                Keep(statements, transaction, tenant, chain(statements.Query(transaction, SelectEnd, ToEnd, tenant).SingleOrDefault(), rows));
            return rows.Count;
        },
        ct);

    private static void Keep(SqliteStatements statements, SqliteTransaction transaction, Guid tenant, Links links)
    {
        foreach (var (position, n, link) in links.Each)
            statements.Execute(transaction, "update access_log set n = $2, link = $3 where position = $1", position, n, link);
        var end = links.End;
        statements.Execute(transaction, KeepEnd, tenant, end.N, end.Link, end.Mark.KeyId, end.Mark.Bytes);
    }

    private async Task<int> Run(Func<SqliteTransaction, int> work, CancellationToken ct)
    {
        try
        {
            return await writer!.Run((_, transaction) => work(transaction), ct);
        }
        catch (SqliteException e)
        {
            throw new StoreBusyException("The access log was not written.", e);
        }
    }

    private static AccessRow ToRow(SqliteDataReader row) => new(
        row.Id(3), row.Id(1), row.Id(2), row.Time(4), row.Id(5), row.KontorOrNull(6), (Rolle)row.GetInt32(7), (AnswerKind)row.GetInt32(8),
        SeenCases.Unpack(Ids(row.GetFieldValue<byte[]>(9)), row.GetFieldValue<byte[]>(10)));

    private static Guid[] Ids(byte[] bytes) =>
        [.. Enumerable.Range(0, bytes.Length / IdBytes).Select(i => new Guid(bytes.AsSpan(i * IdBytes, IdBytes), bigEndian: true))];

    private static ChainEnd ToEnd(SqliteDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), ToMark(row, 2));

    private static Mark ToMark(SqliteDataReader row, int first) => new(row.GetString(first), row.GetFieldValue<byte[]>(first + 1));

    private static Task<IReadOnlyList<T>> List<T>(List<T> rows) => Task.FromResult<IReadOnlyList<T>>(rows);
}
