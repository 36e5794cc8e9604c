using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>
/// A backup of a SQLite store in two files that were copied at one moment: everything but keys, and the keys. Apart, because what
/// is kept for years must not be able to bring back whom the keys have forgotten.
/// </summary>
public static class SqliteBackup
{
    private static readonly string[] KeyTables = ["tenant_keys", "subject_keys", "item_keys"];

    /// <summary>Not taken along: what can be made again, and what nobody has sent yet.</summary>
    private static readonly string[] LeftOut = ["snapshots", "drafts"];

    /// <summary>Copies a store, also one that a process is serving.</summary>
    /// <param name="database">The store's file.</param>
    /// <param name="file">Where everything but the keys goes; must not be there yet.</param>
    /// <param name="keys">Where the keys go; must not be there yet.</param>
    /// <exception cref="BackupException">It could not be done; nothing is left behind.</exception>
    public static void Write(string database, string file, string keys)
    {
        string[] unfinished = [file + ".part", keys + ".part"];
        try
        {
            Array.ForEach(unfinished, PrivateFile.Create);
            Copy(database, unfinished[0], unfinished[1]);
            File.Move(unfinished[1], keys);
            File.Move(unfinished[0], file);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"The backup was not made: {e.Message}", e);
        }
        finally
        {
            Array.ForEach(unfinished, File.Delete);
        }
    }

    private static void Copy(string database, string file, string keys)
    {
        using var backup = BackupFile.Open(file);
        backup.Attach(database, "source", readOnly: true);
        backup.Attach(keys, "keys");
        backup.Run("begin");
        foreach (var sql in backup.Column("select sql from source.sqlite_master where type = 'table' and name not like 'sqlite_%'"))
            backup.Run(sql);
        foreach (var table in backup.Column("select name from source.sqlite_master where type = 'table' and name not like 'sqlite_%'").Except([.. KeyTables, .. LeftOut]))
            backup.Run($"insert into main.\"{table}\" select * from source.\"{table}\"");
        foreach (var table in KeyTables)
            backup.Run($"create table keys.{table} as select * from source.{table}");
        backup.Run("create table keys.store as select * from source.store");
        // A place in the access log is never used again, also when its row is gone.
        backup.Run("update main.sqlite_sequence set seq = (select s.seq from source.sqlite_sequence s where s.name = sqlite_sequence.name)");
        foreach (var sql in backup.Column("select sql from source.sqlite_master where type <> 'table' and sql is not null"))
            backup.Run(sql);
        backup.Run("commit");
    }
}
