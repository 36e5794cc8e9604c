using Hub.Web.Errors;

namespace Hub.Web.Hosting;

/// <summary>How many requests are served at a time. Beyond that a quick "busy" is worth more than an answer that comes when nobody waits for it any more.</summary>
internal static class RequestLimit
{
    /// <summary>Live connections last for hours and do nothing meanwhile; health has to answer when nothing else can.</summary>
    private static readonly PathString[] Free = ["/hubs", "/health"];

    public static IApplicationBuilder UseRequestLimit(this IApplicationBuilder app, Settings settings)
    {
        var serving = 0;
        return app.Use(async (http, next) =>
        {
            if (Array.Exists(Free, f => http.Request.Path.StartsWithSegments(f)))
            {
                await next(http);
                return;
            }

            try
            {
                await (Interlocked.Increment(ref serving) <= settings.MostRequests ? next(http) : new Problem(Fault.Busy).ExecuteAsync(http));
            }
            finally
            {
                Interlocked.Decrement(ref serving);
            }
        });
    }
}
