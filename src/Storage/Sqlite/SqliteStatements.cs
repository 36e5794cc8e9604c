using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>A connection with its statements, each prepared once. For one user at a time.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>Runs the statement and gives the number of rows it changed.</summary>
    internal int Execute(SqliteTransaction transaction, string sql, params ReadOnlySpan<object?> args) =>
        Prepare(transaction, sql, args).ExecuteNonQuery();

    internal List<T> Query<T>(SqliteTransaction? transaction, string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> args) =>
        Prepare(transaction, sql, args).ReadAll(map);

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Prepare(SqliteTransaction? transaction, string sql, ReadOnlySpan<object?> args)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            prepared[sql] = command;
        }

        command.Transaction = transaction;
        command.Bind(args);
        return command;
    }
}
