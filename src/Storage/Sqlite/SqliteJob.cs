using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>A piece of work on its way through the writer. Its outcome is told only when the batch is durable.</summary>
internal abstract class SqliteJob
{
    /// <summary>Does the work; a failure is kept as its outcome and rethrown.</summary>
    internal abstract void Execute(SqliteConnection connection, SqliteTransaction? transaction);

    /// <summary>Whether the caller has given up; it is not begun then.</summary>
    internal abstract bool IsCancelled { get; }

    /// <summary>Whether it runs by itself, outside of any transaction.</summary>
    internal virtual bool IsAlone => false;

    /// <summary>The work itself failed: it failed alone.</summary>
    internal abstract void Failed(Exception reason);

    /// <summary>The batch did not commit.</summary>
    internal abstract void NotCommitted(Exception reason);

    internal abstract void Tell();
}

internal sealed class SqliteJob<T>(Func<SqliteConnection, SqliteTransaction?, T> work, bool alone, CancellationToken ct) : SqliteJob
{
    private readonly TaskCompletionSource<T> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T result = default!;
    private Exception? failure;

    internal Task<T> Outcome => outcome.Task;

    internal override bool IsAlone => alone;

    internal override bool IsCancelled => ct.IsCancellationRequested;

    internal override void Execute(SqliteConnection connection, SqliteTransaction? transaction) => result = work(connection, transaction);

    internal override void Failed(Exception reason) => failure = reason;

    internal override void NotCommitted(Exception reason) => failure ??= reason;

    internal override void Tell()
    {
        if (failure is OperationCanceledException)
            outcome.SetCanceled(ct);
        else if (failure is not null)
            outcome.SetException(failure);
        else
            outcome.SetResult(result);
    }
}
