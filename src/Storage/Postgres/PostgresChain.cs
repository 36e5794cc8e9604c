using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Gives a tenant's rows their places, one node at a time. A row that commits late gets the next place: order is that of the chain.</summary>
internal sealed class PostgresChain(PostgresDatabase database)
{
    internal const string SelectEnd = "select n, link, key_id, mark from access_heads where tenant = $1";

    private const string TryLock = "select pg_try_advisory_xact_lock(hashtextextended('access log ' || $1::text, 0))";

    private const string SelectRows = "select position, key_id, mark from access_log where tenant = $1 and n is null order by position limit $2";

    private const string Place = """
        update access_log a set n = u.n, link = u.link from unnest($2::bigint[], $3::bigint[], $4::bytea[]) as u (position, n, link)
        where a.tenant = $1 and a.position = u.position
        """;

    private const string KeepEnd = """
        insert into access_heads (tenant, n, link, key_id, mark) values ($1, $2, $3, $4, $5)
        on conflict (tenant) do update set n = excluded.n, link = excluded.link, key_id = excluded.key_id, mark = excluded.mark
        """;

    internal async Task<int> Run(Guid tenant, int limit, Func<ChainEnd?, IReadOnlyList<Unchained>, Links> chain, CancellationToken ct)
    {
        try
        {
            await using var connection = await database.Source.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (!(await Query(connection, ct, row => row.GetBoolean(0), [PostgresDatabase.SetTenant(tenant), PostgresDatabase.Command(TryLock, tenant)])).Single())
                return 0;
            var rows = await Query(connection, ct, row => new Unchained(row.GetInt64(0), ToMark(row, 1)), [PostgresDatabase.Command(SelectRows, tenant, limit)]);
            if (rows.Count > 0)
            {
                var end = (await Query(connection, ct, ToEnd, [PostgresDatabase.Command(SelectEnd, tenant)])).SingleOrDefault();
                await Keep(connection, tenant, chain(end, rows), ct);
                await transaction.CommitAsync(ct);
            }

            return rows.Count;
        }
        catch (NpgsqlException e) when (PostgresErrors.IsOutage(e) || PostgresErrors.IsTaken(e))
        {
            throw new StoreBusyException("The access log was not chained.", e);
        }
    }

    internal static ChainEnd ToEnd(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetFieldValue<byte[]>(1), ToMark(row, 2));

    internal static Mark ToMark(NpgsqlDataReader row, int first) => new(row.GetString(first), row.GetFieldValue<byte[]>(first + 1));

    private static Task<List<int>> Keep(NpgsqlConnection connection, Guid tenant, Links links, CancellationToken ct) => Query(connection, ct, _ => 0,
    [
        PostgresDatabase.Command(
            Place, tenant, PostgresParameters.Array(links.Each, l => l.Position), PostgresParameters.Array(links.Each, l => l.N), PostgresParameters.Array(links.Each, l => l.Bytes)),
        PostgresDatabase.Command(KeepEnd, tenant, links.End.N, links.End.Link, links.End.Mark.KeyId, links.End.Mark.Bytes),
    ]);

    /// <summary>Runs the commands in one round trip and gives the rows of the last.</summary>
    private static async Task<List<T>> Query<T>(NpgsqlConnection connection, CancellationToken ct, Func<NpgsqlDataReader, T> map, NpgsqlBatchCommand[] commands)
    {
        await using var batch = connection.CreateBatch();
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        return await PostgresDatabase.ReadLast(batch, map, ct);
    }
}
