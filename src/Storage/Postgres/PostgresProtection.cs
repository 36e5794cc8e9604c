using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>The keys of cookies and tokens on PostgreSQL, shared by all nodes.</summary>
internal sealed class PostgresProtection(PostgresDatabase database) : IProtectionTables
{
    private const string Lock = """
        set local lock_timeout = '30s'; set local statement_timeout = '30s'; set local idle_in_transaction_session_timeout = '30s';
        select pg_advisory_xact_lock(hashtext('hub protection keys'))
        """;

    // Data protection knows no other way than to wait.
    public IReadOnlyList<SealedProtectionKey> Read() => database.QueryAll(
        CancellationToken.None, row => new SealedProtectionKey(row.GetGuid(0), row.GetString(1), row.GetFieldValue<byte[]>(2)),
        "select id, key_id, data from protection_keys").GetAwaiter().GetResult();

    public void Add(SealedProtectionKey key) => Write("insert into protection_keys (id, key_id, data) values ($1, $2, $3)", key);

    public void Replace(SealedProtectionKey key) => Write("update protection_keys set key_id = $2, data = $3 where id = $1", key);

    public async Task Alone(Action work, CancellationToken ct)
    {
        await using var connection = await database.Source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand(Lock, connection, transaction);
        await command.ExecuteNonQueryAsync(ct);
        work();
    }

    private void Write(string sql, SealedProtectionKey key) =>
        database.QueryAll(CancellationToken.None, _ => 0, sql, key.Id, key.KeyId, key.Data).GetAwaiter().GetResult();
}
