using System.Data;
using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Commits the appends of one tenant together, and one by one where one of them spoils it for the others.</summary>
internal sealed class BatchCommit(PostgresDatabase database) : IAsyncDisposable
{
    /// <summary>
    /// A few, kept out of the pool, which would hand out the one that has rested longest: the last to have written has everything at hand. Everybody else lives on
    /// what is left in the pool.
    /// </summary>
    private readonly Stack<NpgsqlConnection> rested = new();

    private readonly Lock gate = new();

    internal async Task Run(IReadOnlyList<PendingAppend> appends)
    {
        try
        {
            var connection = Rested() ?? await Open();
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
        while (Rested() is { } connection)
            await connection.DisposeAsync();
    }

    private NpgsqlConnection? Rested()
    {
        lock (gate)
            return rested.TryPop(out var last) ? last : null;
    }

    /// <summary>One that broke is not the last that did.</summary>
    private async ValueTask Rest(NpgsqlConnection connection)
    {
        var broke = connection.State != ConnectionState.Open;
        if (!broke && Keep(connection))
            return;
        await connection.DisposeAsync();
        if (broke)
            await DisposeAsync();
    }

    private bool Keep(NpgsqlConnection connection)
    {
        lock (gate)
        {
            if (rested.Count == GroupCommitter.MaxOnTheirWay)
                return false;
            rested.Push(connection);
            return true;
        }
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
