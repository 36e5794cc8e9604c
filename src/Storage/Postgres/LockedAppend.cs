using Npgsql;

namespace Hub.Storage.Postgres;

/// <summary>An append in a transaction of its own that locks the head first: after a conflict, and where keys change.</summary>
internal sealed class LockedAppend(PostgresDatabase database) : IAsyncDisposable
{
    private readonly HeldHeads heads = new();

    internal bool Takes(SealedAppend append) => append.Order.LockHead || !append.Keys.OnlyAdds || heads.Holds(append.Stream);

    internal async Task<AppendResult> Write(SealedAppend append, CancellationToken ct)
    {
        var committing = false;
        try
        {
            var head = heads.Take(append.Stream) ?? await HeldHead.Take(database, append.Stream, ct);
            if (append.Order.LockHead && IsStale(head, append))
            {
                await heads.Keep(append.Stream, head);
                return AppendResult.Conflict;
            }

            await using (head)
            {
                if (IsStale(head, append) || !await head.Write(append, ct))
                    return AppendResult.Conflict;
                committing = true;
                await head.Commit();
                return AppendResult.Done;
            }
        }
        catch (NpgsqlException e) when (PostgresErrors.IsTaken(e))
        {
            return AppendResult.Conflict;
        }
        catch (NpgsqlException e) when (committing && !PostgresErrors.IsRolledBack(e))
        {
            throw new CommitUnknownException(e);
        }
        catch (NpgsqlException e) when (PostgresErrors.IsOutage(e))
        {
            throw new StoreBusyException("The append was not written.", e);
        }
    }

    public ValueTask DisposeAsync() => heads.DisposeAsync();

    private static bool IsStale(HeldHead head, SealedAppend append) => head.Seq is { } seq && seq != append.Order.ExpectedSeq;
}
