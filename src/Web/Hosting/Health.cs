using Hub.Storage;
using Hub.Web.Errors;

namespace Hub.Web.Hosting;

/// <summary>What an orchestrator asks: is the process alive, and may traffic come.</summary>
internal static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous().DisableRateLimiting();
        app.MapGet("/health/ready", Ready).AllowAnonymous().DisableRateLimiting();
    }

    /// <summary>Until the store is ready, and once the process is to stop, everything but health is turned away in so many words.</summary>
    public static IApplicationBuilder UseReadiness(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var why = http.Request.Path.StartsWithSegments("/health") ? null : Why(http.RequestServices.GetRequiredService<Readiness>());
        return why is { } fault ? new Problem(fault).ExecuteAsync(http) : next(http);
    });

    private static Fault? Why(Readiness readiness) =>
        readiness.IsStopping ? Fault.Stopping : readiness.IsReached ? null : Fault.Starting;

    private static async Task<IResult> Ready(Readiness readiness, IEventLog log, HttpContext http)
    {
        if (Why(readiness) is { } fault)
        {
            return new Problem(fault);
        }

        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
            patience.CancelAfter(TimeSpan.FromSeconds(2));
            await log.ReadEpoch(patience.Token);
            return Results.Text("ready");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or StoreBusyException or OperationCanceledException)
        {
            return new Problem(Fault.Busy);
        }
    }
}
