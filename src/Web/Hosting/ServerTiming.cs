using System.Diagnostics;
using System.Globalization;

namespace Hub.Web.Hosting;

/// <summary>Tells the browser's own tools how long the answer took in here.</summary>
internal static class ServerTiming
{
    public static IApplicationBuilder UseServerTiming(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var started = Stopwatch.GetTimestamp();
        http.Response.OnStarting(() =>
        {
            // A refusal must not tell by its time whether the thing is foreign or absent.
            if (http.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                http.Response.Headers["Server-Timing"] = string.Create(CultureInfo.InvariantCulture, $"hub;dur={took:0.0}");
            }

            return Task.CompletedTask;
        });
        return next(http);
    });
}
