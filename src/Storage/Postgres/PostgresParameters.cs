using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Positional parameters and nullable columns.</summary>
internal static class PostgresParameters
{
    internal static void AddArray<TRow, T>(this NpgsqlParameterCollection parameters, IReadOnlyList<TRow> rows, Func<TRow, T> column) =>
        parameters.Add(Array(rows, column));

    internal static NpgsqlParameter Array<TRow, T>(IReadOnlyCollection<TRow> rows, Func<TRow, T> column) =>
        new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(column)] };

    internal static T? OrNull<T>(this NpgsqlDataReader row, int column) where T : struct =>
        row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    internal static byte[]? BytesOrNull(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

    internal static DateTimeOffset Time(this NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);
}
