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

    /// <summary>Until the store is ready everything but health waits, in so many words.</summary>
    public static IApplicationBuilder UseReadiness(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var ready = http.RequestServices.GetRequiredService<Readiness>().IsReached || http.Request.Path.StartsWithSegments("/health");
        await (ready ? next(http) : new Problem(Fault.Starting).ExecuteAsync(http));
    });

    private static async Task<IResult> Ready(Readiness readiness, IEventLog log, HttpContext http)
    {
        if (!readiness.IsReached)
        {
            return new Problem(Fault.Starting);
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
