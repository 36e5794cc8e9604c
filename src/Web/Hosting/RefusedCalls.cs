using Hub.Contracts;
using Hub.Grains;
using Hub.Storage;
using Hub.Web.Edge;

namespace Hub.Web.Hosting;

/// <summary>
/// Tells the operator's log of calls that were refused: how, where, and to which role in which boligorganisation. Never who, nor the ids of what was asked
/// for. So many lines a minute: whoever wants to fill a disk gets no further, and how many there were is counted all the same.
/// </summary>
internal sealed partial class RefusedCalls(ITenantDirectory directory, TimeProvider clock, ILogger<RefusedCalls> logger)
{
    public const int MostLines = 120;

    private static readonly System.Diagnostics.Metrics.Counter<long> Count =
        Telemetry.Meter.CreateCounter<long>("hub.refusals", "{call}", "Calls that were refused, by kind and endpoint.");

    private readonly Lock gate = new();
    private long minute;
    private int lines;

    public void Note(HttpContext http)
    {
        if (Kind(http.Response.StatusCode) is { } kind && http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } endpoint })
        {
            var member = http.User.Identity?.IsAuthenticated == true && http.Request.RouteValues["o"] is string o && Guid.TryParse(o, out var omraade)
                ? directory.Find(http.User, omraade)
                : null;
            Note(kind, $"{http.Request.Method} {endpoint}", member);
        }
    }

    public void Note(string kind, string endpoint, Membership? member)
    {
        Count.Add(1, new("kind", kind), new("endpoint", endpoint));
        if (MayTell())
        {
            Refused(logger, kind, endpoint, member?.Rolle, member?.Kontor, member?.Tenant);
        }
    }

    private bool MayTell()
    {
        var now = clock.GetUtcNow().Ticks / TimeSpan.TicksPerMinute;
        lock (gate)
        {
            if (now != minute)
            {
                if (lines > MostLines)
                {
                    More(logger, lines - MostLines);
                }

                (minute, lines) = (now, 0);
            }

            return ++lines <= MostLines;
        }
    }

    private static string? Kind(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "unauthenticated",
        StatusCodes.Status403Forbidden => "not_allowed",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status429TooManyRequests => "too_many_requests",
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Refused {Kind} {Endpoint} {Role} {Kontor} {Tenant}")]
    private static partial void Refused(ILogger logger, string kind, string endpoint, Rolle? role, Kontor? kontor, Guid? tenant);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused {Count} more calls in that minute")]
    private static partial void More(ILogger logger, int count);
}

internal static class RefusedCallsSetup
{
    public static IApplicationBuilder UseRefusedCalls(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        http.RequestServices.GetRequiredService<RefusedCalls>().Note(http);
    });
}
