namespace Hub.Storage.Postgres;

/// <summary>An append that waits for a place in a transaction.</summary>
internal sealed class PendingAppend(SealedAppend append, CancellationToken ct)
{
    private readonly TaskCompletionSource<AppendResult> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SealedAppend Append => append;

    internal Task<AppendResult> Outcome => outcome.Task;

    /// <summary>Takes it back where its caller has given up before it was sent.</summary>
    internal bool IsTakenBack => ct.IsCancellationRequested && outcome.TrySetCanceled(ct);

    internal void Tell(AppendResult result) => outcome.TrySetResult(result);

    internal void Fail(Exception reason) => outcome.TrySetException(reason);
}
