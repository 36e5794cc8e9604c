using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>Connections that cannot write, each kept with its prepared statements.</summary>
internal sealed class SqliteReaders(string connectionString) : IDisposable
{
    private readonly ConcurrentBag<SqliteStatements> idle = [];

    internal List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> args)
    {
        if (!idle.TryTake(out var statements))
            statements = Open();
        try
        {
            var rows = statements.Query(null, sql, map, args);
            idle.Add(statements);
            return rows;
        }
        catch
        {
            statements.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var statements))
            statements.Dispose();
    }

    private SqliteStatements Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return new SqliteStatements(connection);
    }
}
