using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>Puts a backup in the place of a store. The log gets another id: every client loads what it shows again.</summary>
public static class SqliteRestore
{
    /// <summary>Restores while nobody serves the store.</summary>
    /// <param name="database">Where the store shall be; what is there now is moved beside it.</param>
    /// <param name="file">A backup's data.</param>
    /// <param name="keys">The keys of the same backup, or of a later one.</param>
    /// <param name="ring">The master keys: every tenant's key must open with them.</param>
    /// <param name="now">For the name of what is moved away.</param>
    /// <returns>Where the store that was there is now; null when there was none.</returns>
    /// <exception cref="DataFolderInUseException">A process serves it.</exception>
    /// <exception cref="BackupException">The backup cannot be used; the store is as it was.</exception>
    public static string? Run(string database, string file, string keys, TenantKeyRing ring, DateTimeOffset now)
    {
        using var alone = PrivateFile.Lock(database);
        var next = database + ".restoring";
        try
        {
            File.Delete(next);
            PrivateFile.Create(next);
            File.Copy(file, next, overwrite: true);
            Join(next, keys, ring);
            var before = File.Exists(database) ? $"{database}.before-{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}" : null;
            foreach (var part in (string[])["", "-wal", "-shm"])
                if (before is not null && File.Exists(database + part))
                    File.Move(database + part, before + part);
            File.Move(next, database);
            return before;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup was not restored: {e.Message}", e);
        }
        finally
        {
            File.Delete(next);
        }
    }

    private static void Join(string next, string keys, TenantKeyRing ring)
    {
        using var store = BackupFile.Open(next);
        store.Attach(keys, "keys", readOnly: true);
        foreach (var (name, part) in new[] { ("data", "main"), ("keys", "keys") })
            if (store.Column($"pragma {part}.integrity_check") is not ["ok"])
                throw new BackupException($"The file of the {name} is damaged.");
        if (!store.Column("select hex(id) from main.store").SequenceEqual(store.Column("select hex(id) from keys.store")))
            throw new BackupException("These keys belong to another store.");
        store.CheckTenantKeys("keys", ring);
        store.Run("begin");
        foreach (var table in (string[])["tenant_keys", "subject_keys", "item_keys"])
            store.Run($"insert into main.{table} select * from keys.{table}");
        store.Run("update main.store set id = randomblob(16)");
        store.Run("commit");
    }
}
