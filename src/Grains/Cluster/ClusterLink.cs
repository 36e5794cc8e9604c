using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;

namespace Hub.Grains.Cluster;

/// <summary>
/// A process's way into the cluster. It has a host of its own, so that the process is there while no silo is; what needs one waits for <see cref="There"/>.
/// </summary>
public sealed partial class ClusterLink(ClusterSettings settings, ILoggerFactory logging) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource<IGrainFactory> _there = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILogger _logger = logging.CreateLogger<ClusterLink>();

    /// <summary>The way in, once a silo has answered for the first time.</summary>
    public Task<IGrainFactory> There => _there.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var host = Client();
        await host.StartAsync(stoppingToken);
        _there.SetResult(host.Services.GetRequiredService<IClusterClient>());
        await Task.Delay(Timeout.Infinite, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        await host.StopAsync(CancellationToken.None);
    }

    private IHost Client()
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton(logging).AddHubWire();
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(settings.Apply)
            .Configure<ClientMessagingOptions>(o => o.ResponseTimeout = ClusterSetup.AnswerWithin)
            .UseAdoNetClustering(o => (o.Invariant, o.ConnectionString) = (ClusterSetup.Driver, settings.Connection))
            .UseConnectionRetryFilter(TryAgain));
        return builder.Build();
    }

    private async Task<bool> TryAgain(Exception reason, CancellationToken ct)
    {
        NobodyThere(_logger, reason.GetType().Name);
        await Task.Delay(BetweenTries, ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No silo of the cluster answers yet ({Reason})")]
    private static partial void NobodyThere(ILogger logger, string reason);
}
