namespace Hub.Web.Hosting;

/// <summary>Whether the store is migrated, the people are known and the demo is seeded.</summary>
internal sealed class Readiness
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReached => reached.Task.IsCompletedSuccessfully;

    public Task WhenReached => reached.Task;

    public void Reach() => reached.TrySetResult();

    public void Fail(Exception reason) => reached.TrySetException(reason);
}
