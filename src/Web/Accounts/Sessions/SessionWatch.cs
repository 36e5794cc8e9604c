namespace Hub.Web.Accounts;

/// <summary>Cuts live connections whose session was ended on another node.</summary>
internal sealed partial class SessionWatch(OpenSessions open, IServiceScopeFactory scopes, ILogger<SessionWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(logger, e);
            }
        }
    }

    private async Task Look(CancellationToken ct)
    {
        if (open.Connected is not { Count: > 0 } connected)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var there = await scope.ServiceProvider.GetRequiredService<SessionBook>().Among(connected, ct);
        foreach (var gone in connected.Where(c => !there.Contains(c)))
        {
            open.End(gone);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions could not be looked up; it is tried again")]
    private static partial void Failed(ILogger logger, Exception e);
}
