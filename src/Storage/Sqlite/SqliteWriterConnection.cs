using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>The writing connection: write-ahead log, synced at every commit, deleted bytes overwritten.</summary>
internal static class SqliteWriterConnection
{
    private const string BusyTimeout = "pragma busy_timeout = 500;";

    private const string Settings = $"""
        {BusyTimeout}
        pragma journal_mode = wal;
        pragma synchronous = full;
        pragma secure_delete = on;
        pragma foreign_keys = on;
        pragma temp_store = memory;
        """;

    internal static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false, DefaultTimeout = 2 }.ConnectionString);
        connection.Open();
        Execute(connection, Settings);
        return connection;
    }

    internal static bool EmptyLog(SqliteConnection connection, bool waitForReaders)
    {
        if (!waitForReaders)
            Execute(connection, "pragma busy_timeout = 0");
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "pragma wal_checkpoint(truncate)";
            return command.ExecuteScalar() is 0L;
        }
        finally
        {
            Execute(connection, BusyTimeout);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
