using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Hub.Storage.Sqlite;

/// <summary>
/// The one connection that writes, on a thread of its own. Whatever waits is run in one transaction, each piece in a
/// savepoint, and committed once: one sync to disk for all of them.
/// </summary>
public sealed class SqliteWriter : IAsyncDisposable
{
    private const int QueueLength = 4096;
    private const int MaxBatch = 256;
    private readonly Channel<SqliteJob> queue = Channel.CreateBounded<SqliteJob>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly Task thread;

    internal SqliteWriter(string path)
    {
        connection = SqliteWriterConnection.Open(path);
        Statements = new SqliteStatements(connection);
        thread = Task.Factory.StartNew(WriteUntilClosed, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    internal SqliteStatements Statements { get; }

    /// <summary>Runs the work on the writer and returns once it is durable. An exception undoes this work only.</summary>
    /// <param name="work">Synchronous and short; it neither commits nor rolls back.</param>
    /// <param name="ct">Takes the work back as long as it has not begun.</param>
    /// <exception cref="StoreBusyException">The queue is full, or the batch could not be committed; nothing was written.</exception>
    public Task<T> Run<T>(Func<SqliteConnection, SqliteTransaction, T> work, CancellationToken ct = default) =>
        Enqueue(new SqliteJob<T>((c, t) => work(c, t!), alone: false, ct));

    /// <summary>Moves what the write-ahead log holds into the file and cuts the log to nothing; false when a reader is in the way.</summary>
    internal Task<bool> EmptyLog(bool waitForReaders) =>
        Enqueue(new SqliteJob<bool>((c, _) => SqliteWriterConnection.EmptyLog(c, waitForReaders), alone: true, CancellationToken.None));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await thread;
        Statements.Dispose();
    }

    private Task<T> Enqueue<T>(SqliteJob<T> job) =>
        queue.Writer.TryWrite(job) ? job.Outcome : Task.FromException<T>(new StoreBusyException("The queue of writes is full or closed."));

    private void WriteUntilClosed()
    {
        var batch = new List<SqliteJob>(MaxBatch);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MaxBatch && queue.Reader.TryPeek(out var next) && !(next.IsAlone && batch.Count > 0))
            {
                queue.Reader.TryRead(out _);
                batch.Add(next);
                if (next.IsAlone)
                    break;
            }

            if (batch[0].IsAlone)
                Try(batch[0], null);
            else
                RunBatch(batch);
            batch.ForEach(job => job.Tell());
            batch.Clear();
        }
    }

    private void RunBatch(List<SqliteJob> batch)
    {
        var committing = false;
        try
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            foreach (var job in batch)
                RunInSavepoint(job, transaction);
            committing = true;
            transaction.Commit();
        }
        catch (Exception e) when (e is SqliteException or InvalidOperationException)
        {
            var reason = committing && !IsFullOrBusy(e) ? new CommitUnknownException(e) : (Exception)new StoreBusyException("The batch was not written.", e);
            batch.ForEach(job => job.NotCommitted(reason));
        }
    }

    private void RunInSavepoint(SqliteJob job, SqliteTransaction transaction)
    {
        const string savepoint = "job";
        transaction.Save(savepoint);
        if (!Try(job, transaction))
            transaction.Rollback(savepoint);
        transaction.Release(savepoint);
    }

#pragma warning disable CA1031 // whatever the work throws belongs to its caller, and the writer lives on
    private bool Try(SqliteJob job, SqliteTransaction? transaction)
    {
        try
        {
            if (job.IsCancelled)
                throw new OperationCanceledException();
            job.Execute(connection, transaction);
            return true;
        }
        catch (Exception e)
        {
            job.Failed(e);
            return false;
        }
    }
#pragma warning restore CA1031

    private static bool IsFullOrBusy(Exception e) =>
        e is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_FULL };
}
