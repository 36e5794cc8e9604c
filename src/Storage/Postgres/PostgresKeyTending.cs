using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>
/// Rewrites the key tables without what has been dropped. A plain vacuum would free the space of a dropped key and leave its bytes in it.
/// Only the tables' owner may; the old files go with the commit, and what the write-ahead log holds goes when that is recycled.
/// </summary>
internal static class PostgresKeyTending
{
    private const string Begin = "update key_tables set untended = false where untended returning 1";

    private static readonly string[] Steps =
        ["set lock_timeout = 2000", "vacuum (full) subject_keys", "vacuum (full) item_keys", "vacuum (full) tenant_keys"];

    internal static async Task<bool> Run(NpgsqlConnectionStringBuilder owner, CancellationToken ct)
    {
        var settings = new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Pooling = false, CommandTimeout = 0 };
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(ct);
            return await Execute(connection, Begin, ct) is not null && await Rewrite(connection, ct);
        }
        catch (NpgsqlException e) when (PostgresErrors.IsOutage(e))
        {
            throw new StoreBusyException("The key tables could not be had.", e);
        }
    }

    /// <summary>A key that is dropped meanwhile says so again, and the next run takes it.</summary>
    private static async Task<bool> Rewrite(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            foreach (var step in Steps)
                await Execute(connection, step, ct);
            return true;
        }
        catch
        {
            await Execute(connection, "update key_tables set untended = true", CancellationToken.None);
            throw;
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
