namespace Hub.Web.Hosting;

/// <summary>Whether the store is migrated, the people are known and the demo is seeded, and nobody has told the process to stop.</summary>
internal sealed class Readiness(IHostApplicationLifetime lifetime)
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReached => reached.Task.IsCompletedSuccessfully;

    /// <summary>What has been taken in is answered; nothing more is taken in.</summary>
    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;

    public Task WhenReached => reached.Task;

    public void Reach() => reached.TrySetResult();

    public void Fail(Exception reason) => reached.TrySetException(reason);
}
