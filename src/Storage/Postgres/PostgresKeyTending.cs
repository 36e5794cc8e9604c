using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>
/// Rewrites the key tables without what has been dropped. A plain vacuum frees the space of a dropped key and leaves its bytes in it, and a full
/// one still copies what an old snapshot somewhere might see; a change of column copies only what is there. Only the tables' owner may. The old
/// files are emptied with the commit; what the write-ahead log holds goes when that is recycled.
/// </summary>
internal static class PostgresKeyTending
{
    private const string IsDue = "select 1 from key_tables where untended";

    private const string Owns = "select 1 from pg_class where oid = 'subject_keys'::regclass and pg_has_role(relowner, 'usage')";

    private const string Rewrite = """
        set local lock_timeout = 2000;
        lock table subject_keys, item_keys, tenant_keys in access exclusive mode;
        alter table subject_keys alter column wrapped type bytea using wrapped || ''::bytea;
        alter table item_keys alter column wrapped type bytea using wrapped || ''::bytea;
        alter table tenant_keys alter column wrapped type bytea using wrapped || ''::bytea;
        update key_tables set untended = false;
        """;

    /// <param name="owner">The login.</param>
    /// <param name="perhaps">Whether it may be one that does not own the tables, and then leaves them to whoever does.</param>
    /// <param name="ct">Gives up.</param>
    internal static async Task<bool> Run(NpgsqlConnectionStringBuilder owner, bool perhaps, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Pooling = false, CommandTimeout = 0 };
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(ct);
            if (await Execute(connection, IsDue, ct) is null || (perhaps && await Execute(connection, Owns, ct) is null))
                return false;
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await Execute(connection, Rewrite, ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (NpgsqlException e) when (PostgresErrors.IsOutage(e))
        {
            throw new StoreBusyException("The key tables could not be had.", e);
        }
    }

    private static async Task<object?> Execute(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(ct);
    }
}
