namespace Hub.Web.Hosting;

/// <summary>What answers say to a browser: run nothing from elsewhere, keep nothing, tell nobody. A file that never changes says only what concerns a file.</summary>
internal static class Headers
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string Forever = "public, max-age=31536000, immutable";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            var response = (HttpResponse)state;
            var headers = response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (response.HttpContext.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            if (response.HttpContext.Request.Path.StartsWithSegments("/lib/fonts"))
            {
                headers.CacheControl = Forever;
            }
            else if (!headers.ETag.ToString().StartsWith('W') && headers.LastModified.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
            {
                headers.ContentSecurityPolicy = Policy;
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
            }

            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
