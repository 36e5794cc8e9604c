namespace Hub.Web.Hosting;

/// <summary>What answers say to a browser: run nothing from elsewhere, keep nothing, tell nobody. A file that never changes says only what concerns a file.</summary>
internal static class Headers
{
    private const string FormAction = "form-action 'self'";

    private const string Policy =
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; {FormAction}; base-uri 'none'; frame-ancestors 'none'";

    private const string Forever = "public, max-age=31536000, immutable";

    /// <summary>Lets the forms of this answer's page lead on to one address more. A browser holds every step of the way against the page that it began on.</summary>
    public static void LetFormsLeadTo(this HttpContext http, Uri address) => http.Items[typeof(Headers)] =
        Policy.Replace(FormAction, $"{FormAction} {(address.Scheme is "http" or "https" ? address.GetLeftPart(UriPartial.Authority) : $"{address.Scheme}:")}", StringComparison.Ordinal);

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
                headers.ContentSecurityPolicy = response.HttpContext.Items[typeof(Headers)] as string ?? Policy;
                headers["Referrer-Policy"] = "no-referrer";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";
            }

            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    });
}
