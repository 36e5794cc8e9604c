using Hub.Web.Errors;

namespace Hub.Web.Hosting;

/// <summary>
/// How many requests are served at a time, and how many live connections are kept. Beyond that a quick "busy" is worth more than an answer that comes when
/// nobody waits for it any more, and than the memory of those who are there already.
/// </summary>
internal static class RequestLimit
{
    public static IApplicationBuilder UseRequestLimit(this IApplicationBuilder app, Settings settings)
    {
        // Apart, for live connections last for hours and do nothing meanwhile; health has to answer when nothing else can.
        var (requests, connections) = (new Places(settings.MostRequests), new Places(settings.MostConnections));
        return app.Use((http, next) => http.Request.Path switch
        {
            var path when path.StartsWithSegments("/health") => next(http),
            var path when path.StartsWithSegments("/hubs") => connections.Serve(http, next),
            _ => requests.Serve(http, next),
        });
    }

    private sealed class Places(int most)
    {
        private int taken;

        public async Task Serve(HttpContext http, RequestDelegate next)
        {
            try
            {
                await (Interlocked.Increment(ref taken) <= most ? next(http) : new Problem(Fault.Busy).ExecuteAsync(http));
            }
            finally
            {
                Interlocked.Decrement(ref taken);
            }
        }
    }
}
