using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>A transaction that has locked a stream's head, so that nobody else can move it.</summary>
internal sealed class HeldHead : IAsyncDisposable
{
    private const string Lock = "select seq from heads where tenant = $1 and stream = $2 for update";
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private HeldHead(NpgsqlConnection connection, NpgsqlTransaction transaction, long? seq) =>
        (this.connection, this.transaction, Seq) = (connection, transaction, seq);

    /// <summary>Where the head stands; null for a stream that has none to lock.</summary>
    internal long? Seq { get; }

    internal static async Task<HeldHead> Take(PostgresDatabase database, Contracts.StreamKey stream, CancellationToken ct)
    {
        var connection = await database.Source.OpenConnectionAsync(ct);
        try
        {
            var transaction = await connection.BeginTransactionAsync(ct);
            var seq = await Run(connection, answer: 1, [PostgresDatabase.SetTenant(stream.Tenant), PostgresDatabase.Command(Lock, stream.Tenant, stream.Stream)], ct);
            return new HeldHead(connection, transaction, (long?)seq);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes the append, not yet committed; false when it was carried out before or its stream came to be meanwhile.</summary>
    internal async Task<bool> Write(SealedAppend append, CancellationToken ct) =>
        await Run(connection, answer: 0, [AppendStatement.For([append]), .. PostgresKeys.Changes(append.Stream, append.Keys)], ct) is not null;

    internal Task Commit() => transaction.CommitAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>Runs the commands in one round trip and gives the first value of one of them.</summary>
    private static async Task<object?> Run(NpgsqlConnection connection, int answer, IEnumerable<NpgsqlBatchCommand> commands, CancellationToken ct)
    {
        await using var batch = connection.CreateBatch();
        foreach (var command in commands)
            batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        while (answer-- > 0)
            await reader.NextResultAsync(ct);
        return await reader.ReadAsync(ct) ? reader.GetValue(0) : null;
    }
}
