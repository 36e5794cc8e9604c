using Hub.Contracts;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>How values stand in SQLite: ids as 16 bytes, times as microseconds since 1970. Parameters are $1, $2, ….</summary>
internal static class SqliteValues
{
    internal static long Micros(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    internal static DateTimeOffset Time(this SqliteDataReader row, int column) =>
        DateTimeOffset.UnixEpoch.AddTicks(row.GetInt64(column) * TimeSpan.TicksPerMicrosecond);

    internal static Guid Id(this SqliteDataReader row, int column) => new(row.GetFieldValue<byte[]>(column), bigEndian: true);

    internal static Guid? IdOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Id(column);

    internal static byte[]? BytesOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    internal static long? LongOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    internal static Kontor? KontorOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : (Kontor)row.GetInt32(column);

    /// <summary>Ids as a JSON list, for <c>in (select unhex(value) from json_each($1))</c>.</summary>
    internal static string List(IEnumerable<Guid> ids) => $"[{string.Join(',', ids.Select(id => $"\"{id:N}\""))}]";

    internal static void Bind(this SqliteCommand command, ReadOnlySpan<object?> args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (command.Parameters.Count == i)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
            command.Parameters[i].Value = Of(args[i]);
        }
    }

    internal static List<T> ReadAll<T>(this SqliteCommand command, Func<SqliteDataReader, T> map)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    private static object Of(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset time => Micros(time),
        Enum number => Convert.ToInt64(number, null),
        _ => value,
    };
}
