using System.Collections.Concurrent;
using System.Data;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Commits the appends of one tenant together, and one by one where one of them spoils it for the others.</summary>
internal sealed class BatchCommit(PostgresDatabase database) : IAsyncDisposable
{
    /// <summary>Kept out of the pool, which would hand out the one that has rested longest: the last to have written has everything at hand.</summary>
    private readonly ConcurrentStack<NpgsqlConnection> rested = new();

    internal async Task Run(IReadOnlyList<PendingAppend> appends)
    {
        try
        {
            var connection = rested.TryPop(out var last) ? last : await Open();
            try
            {
                await Send(connection, appends);
            }
            finally
            {
                await Rest(connection);
            }
        }
#pragma warning disable CA1031 // every waiting append gets its answer, whatever happened
        catch (Exception e)
#pragma warning restore CA1031
        {
            if (appends.Count > 1 && PostgresErrors.IsRolledBack(e))
                await Task.WhenAll(appends.Select(append => Run([append])));
            else
                Fail(appends, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (rested.TryPop(out var connection))
            await connection.DisposeAsync();
    }

    /// <summary>One that broke is not the last that did.</summary>
    private async ValueTask Rest(NpgsqlConnection connection)
    {
        if (connection.State == ConnectionState.Open)
        {
            rested.Push(connection);
            return;
        }

        await connection.DisposeAsync();
        await DisposeAsync();
    }

    private async Task<NpgsqlConnection> Open()
    {
        try
        {
            return await database.Source.OpenConnectionAsync();
        }
        catch (NpgsqlException e)
        {
            throw new StoreBusyException("The database cannot be reached.", e);
        }
    }

    private static async Task Send(NpgsqlConnection connection, IReadOnlyList<PendingAppend> appends)
    {
        var statements = Statements(appends);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(PostgresDatabase.SetTenant(appends[0].Append.Stream.Tenant));
        statements.ForEach(s => batch.BatchCommands.Add(AppendStatement.For([.. s.Select(a => a.Append)])));
        var carriedOut = new List<HashSet<Guid>>();
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            foreach (var _ in statements)
            {
                await reader.NextResultAsync();
                carriedOut.Add([]);
                while (await reader.ReadAsync())
                    carriedOut[^1].Add(reader.GetGuid(0));
            }
        }

        foreach (var (statement, streams) in statements.Zip(carriedOut))
            statement.ForEach(a => a.Tell(streams.Contains(a.Append.Stream.Stream) ? AppendResult.Done : AppendResult.Conflict));
    }

    /// <summary>No stream occurs twice in a statement. Those that make their stream come first.</summary>
    private static List<List<PendingAppend>> Statements(IReadOnlyList<PendingAppend> appends) =>
    [
        .. appends.GroupBy(a => a.Append.Stream.Stream).SelectMany(ofStream => ofStream.Select((append, nth) => (append, nth)))
            .GroupBy(a => (a.nth, Advances: !AppendStatement.Creates(a.append.Append))).OrderBy(s => s.Key).Select(s => s.Select(a => a.append).ToList()),
    ];

    private static void Fail(IReadOnlyList<PendingAppend> appends, Exception e)
    {
        foreach (var append in appends)
        {
            if (PostgresErrors.IsTaken(e))
                append.Tell(AppendResult.Conflict);
            else
                append.Fail(Explain(e));
        }
    }

    private static Exception Explain(Exception e) => e switch
    {
        StoreBusyException => e,
        _ when PostgresErrors.IsBusy(e) => new StoreBusyException("The append was not written.", e),
        _ when PostgresErrors.IsRolledBack(e) => e,
        _ => new CommitUnknownException(e),
    };
}
