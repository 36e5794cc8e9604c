using Hub.Grains;
using Hub.Grains.Tenants;
using Hub.Storage;
using Hub.Web.Accounts;
using Hub.Web.Demo;

namespace Hub.Web.Hosting;

/// <summary>Migrates the store, learns the people, seeds the demo, then serves deadlines unless a cluster does. Meanwhile the server answers that it is starting.</summary>
internal sealed partial class StartUp(
    HubStore store, FirstProtectionKey protection, TenantDirectory directory, IBoligomraader omraader, ErasureReplay erasures, DemoData demo, Readiness readiness,
    Settings settings, IEnumerable<IBeforeServing> more, IHostApplicationLifetime lifetime, ILogger<StartUp> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Listening(stoppingToken);
            if (settings.ErasuresAreOwn)
            {
                ErasuresAreOwn(logger);
            }

            await store.MigrateOnceThere(reason => Waiting(logger, reason), stoppingToken);
            await protection.MakeFirst(stoppingToken);
            foreach (var before in more)
            {
                await before.Prepare(stoppingToken);
            }

            await directory.Follow(stoppingToken);
            await erasures.Run(stoppingToken);
            if (settings.Demo)
            {
                await demo.Seed(stoppingToken);
            }

            readiness.Reach();
            if (settings.Cluster is not null)
            {
                return;
            }

            await new DeadlineRunner(store, omraader, e => DeadlineFailed(logger, e)).Run(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(logger, e);
            readiness.Fail(e);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task Listening(CancellationToken ct)
    {
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Hub cannot start")]
    private static partial void Failed(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "HUB_ERASURES is not set, so this node keeps a list of erasures of its own. Nodes on one PostgreSQL must share one folder, or a restore brings back whom another node erased")]
    private static partial void ErasuresAreOwn(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer yet: {Reason}")]
    private static partial void Waiting(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A deadline was not met; it is tried again")]
    private static partial void DeadlineFailed(ILogger logger, Exception exception);
}

internal static class StartUpServices
{
    public static IServiceCollection AddStartUp(this IServiceCollection services) =>
        services.AddSingleton<Readiness>().AddHostedService<StartUp>()
            .AddHostedService(s => ActivatorUtilities.CreateInstance<NeighbourWatch>(s, s.GetRequiredService<Readiness>().WhenReached));
}
