namespace Hub.Storage.Sqlite;

/// <summary>The keys of cookies and tokens in a SQLite file, which one process has to itself.</summary>
internal sealed class SqliteProtection(SqliteFile file) : IProtectionTables
{
    public IReadOnlyList<SealedProtectionKey> Read() => file.Query(
        "select id, key_id, data from protection_keys", row => new SealedProtectionKey(row.Id(0), row.GetString(1), row.GetFieldValue<byte[]>(2)));

    // Data protection knows no other way than to wait.
    public void Add(SealedProtectionKey key) => Write("insert into protection_keys (id, key_id, data) values ($1, $2, $3)", key);

    public void Replace(SealedProtectionKey key) => Write("update protection_keys set key_id = $2, data = $3 where id = $1", key);

    public Task Alone(Action work, CancellationToken ct)
    {
        work();
        return Task.CompletedTask;
    }

    private void Write(string sql, SealedProtectionKey key) =>
        file.Writer.Run((_, transaction) => file.Writer.Statements.Execute(transaction, sql, key.Id, key.KeyId, key.Data)).GetAwaiter().GetResult();
}
