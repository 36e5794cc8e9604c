namespace Hub.Web.Hosting;

/// <summary>
/// Told to stop, the process still listens for a while and says that it is not ready, so that a load balancer sends the next
/// request elsewhere; live connections are cut at once and come back elsewhere. Then it answers what it has taken in, and ends.
/// </summary>
internal sealed class Draining(Settings settings) : IHostedLifecycleService
{
    /// <summary>How long what was taken in may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(settings.Drain, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
