using System.Security.Cryptography;
using System.Text;
using Hub.Web.Errors;

namespace Hub.Web.Features.Drift;

/// <summary>
/// The operator's page is for whoever has HUB_OPERATOR_TOKEN: an operator is no user of any boligorganisation. Without the setting there is no such
/// page. The address a request comes from proves nothing: behind a proxy everybody comes from this machine.
/// </summary>
internal static class DriftGate
{
    public const string Path = "/drift";

    private const string Scheme = "Basic ";

    public static IApplicationBuilder UseDriftGate(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase))
        {
            return next(http);
        }

        var token = http.RequestServices.GetRequiredService<Settings>().OperatorToken;
        return token is null ? Problem.NotFound.ExecuteAsync(http) : Holds(http.Request.Headers.Authorization.ToString(), token) ? next(http) : Ask(http);
    });

    private static Task Ask(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"Hub drift\", charset=\"UTF-8\"";
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <summary>The password of Basic; any name goes with it.</summary>
    private static bool Holds(string header, string token)
    {
        var bytes = new byte[header.Length];
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || !Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return false;
        }

        var given = Encoding.UTF8.GetString(bytes, 0, length);
        return CryptographicOperations.FixedTimeEquals(Hash(given[(given.IndexOf(':', StringComparison.Ordinal) + 1)..]), Hash(token));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
