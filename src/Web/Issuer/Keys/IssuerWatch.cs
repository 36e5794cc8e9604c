using Hub.Web.Hosting;
using OpenIddict.Core;

namespace Hub.Web.Issuer;

/// <summary>Looks every minute whether keys have changed, here or by another node, and every hour for tokens that have long been good for nothing.</summary>
internal sealed partial class IssuerWatch(IssuerKeyRing keys, IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<IssuerWatch> logger) : BackgroundService, IBeforeServing
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    /// <summary>A code or refresh token that comes once more is to be known for what it is, as long as it could have been good.</summary>
    private static readonly TimeSpan Remembered = Lifetimes.Refresh + TimeSpan.FromDays(1);

    public Task Prepare(CancellationToken ct) => keys.Tend(ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WhenReached.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        var swept = DateTimeOffset.MinValue;
        do
        {
            try
            {
                await keys.Tend(stoppingToken);
                if (clock.GetUtcNow() - swept >= BetweenSweeps)
                {
                    await Sweep(stoppingToken);
                    swept = clock.GetUtcNow();
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Sweep(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow() - Remembered;
        await scope.ServiceProvider.GetRequiredService<OpenIddictTokenManager<IssuerToken>>().PruneAsync(before, ct);
        await scope.ServiceProvider.GetRequiredService<OpenIddictAuthorizationManager<IssuerAuthorization>>().PruneAsync(before, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The issuer's keys or old tokens could not be looked at; it is tried again")]
    private static partial void Failed(ILogger logger, Exception e);
}
