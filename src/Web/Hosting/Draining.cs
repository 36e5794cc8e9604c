namespace Hub.Web.Hosting;

/// <summary>
/// Told to stop, the process still listens for a while and says that it is not ready, so that a load balancer sends the next
/// request elsewhere; live connections are cut at once and come back elsewhere. Then it answers what it has taken in, and ends.
/// </summary>
internal sealed class Draining(Settings settings) : IHostedLifecycleService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A call to a silo that has just died is made again for twenty seconds, and the last try may take five.</summary>
    private static readonly TimeSpan PatienceInCluster = TimeSpan.FromSeconds(30);

    /// <summary>How long what was taken in may take.</summary>
    public static TimeSpan PatienceOf(string? cluster) => cluster is null ? Patience : PatienceInCluster;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Drain, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
