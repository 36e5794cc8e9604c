using Hub.Grains;
using Hub.Grains.Cluster;
using Hub.Storage;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Runtime;

namespace Hub.Silo.Cluster;

/// <summary>Sends what falls due into the areas, in one place of the cluster. Where it is awake twice for a moment, a deadline's command id lets it act once.</summary>
[GrainType("deadlines")]
internal sealed partial class DeadlinesGrain(IEventLog log, ClusterBoligomraader areas, ILogger<DeadlinesGrain> logger) : Grain, IDeadlinesGrain
{
    private readonly CancellationTokenSource _ended = new();
    private Task _running = Task.CompletedTask;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var runner = new DeadlineRunner(log, areas, e => NotMet(logger, e));
        _running = Task.Run(() => runner.Run(_ended.Token), CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StayAwake() => Task.CompletedTask;

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _ended.CancelAsync();
        await _running.WaitAsync(cancellationToken);
        _ended.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A deadline was not met; it is tried again")]
    private static partial void NotMet(ILogger logger, Exception exception);
}

/// <summary>The one that sends what falls due.</summary>
[Alias("hub.deadlines")]
internal interface IDeadlinesGrain : IGrainWithIntegerKey
{
    /// <summary>Wakes it where its silo is gone.</summary>
    [Alias("stayAwake")]
    Task StayAwake();
}
