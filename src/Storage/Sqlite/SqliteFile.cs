using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>One SQLite file, held by one process: the writer every write goes through, and readers of their own.</summary>
public sealed class SqliteFile : IAsyncDisposable
{
    private readonly FileStream processLock;

    private SqliteFile(FileStream processLock, string path)
    {
        this.processLock = processLock;
        Writer = new SqliteWriter(path);
        ReadConnectionString = ReadOnly(path);
        Readers = new SqliteReaders(ReadConnectionString);
    }

    /// <summary>The only way to write.</summary>
    public SqliteWriter Writer { get; }

    /// <summary>Opens pooled connections that cannot write.</summary>
    public string ReadConnectionString { get; }

    internal SqliteReaders Readers { get; }

    /// <summary>A connection that cannot write, also to a file that another process holds.</summary>
    internal static string ReadOnly(string path) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5 }.ConnectionString;

    internal static SqliteFile Open(string path)
    {
        path = Path.GetFullPath(path);
        var processLock = PrivateFile.Lock(path);
        try
        {
            using (PrivateFile.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite))
                return new SqliteFile(processLock, path);
        }
        catch
        {
            processLock.Dispose();
            throw;
        }
    }

    internal List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> args) => Readers.Query(sql, map, args);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Readers.Dispose();
        using (var pool = new SqliteConnection(ReadConnectionString))
            SqliteConnection.ClearPool(pool);
        await Writer.DisposeAsync();
        await processLock.DisposeAsync();
    }
}
