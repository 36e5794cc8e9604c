using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>Commits the appends of one tenant together, and one by one where one of them spoils it for the others.</summary>
internal sealed class BatchCommit(PostgresDatabase database)
{
    internal async Task Run(IReadOnlyList<PendingAppend> appends)
    {
        try
        {
            await using var connection = await Open();
            await Send(connection, appends);
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
        // Every node locks heads in the same order, so that two transactions do not wait for each other.
        var ordered = appends.OrderBy(a => a.Append.Stream.Stream).ToList();
        var carriedOut = new bool[ordered.Count];
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(PostgresDatabase.SetTenant(ordered[0].Append.Stream.Tenant));
        ordered.ForEach(a => batch.BatchCommands.Add(AppendStatement.For(a.Append)));
        await using (var reader = await batch.ExecuteReaderAsync())
        {
            for (var i = 0; i < ordered.Count; i++)
                carriedOut[i] = await reader.NextResultAsync() && await reader.ReadAsync();
        }

        for (var i = 0; i < ordered.Count; i++)
            ordered[i].Tell(carriedOut[i] ? AppendResult.Done : AppendResult.Conflict);
    }

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
